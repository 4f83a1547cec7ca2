package app.maru.content;

import java.util.List;

/** The first of several entries, and how many there are. */
public record Several(List<Entry> first, int total) {

    /** How many are not among the first. */
    public int more() {
        return total - first.size();
    }
}
