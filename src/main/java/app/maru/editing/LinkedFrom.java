package app.maru.editing;

import java.util.List;

/** Who links to an entry: the first of them, and how many there are. */
record LinkedFrom(List<Source> first, int total) {

    /** One that links to it. */
    record Source(String address, String title) {
    }

    /** How many are not shown. */
    public int more() {
        return total - first.size();
    }
}
