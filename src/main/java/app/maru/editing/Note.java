package app.maru.editing;

import app.maru.content.Values;
import app.maru.reviews.Reviewing;

/** What somebody writes to somebody else about an entry. */
record Note(String text) {

    static Note of(String text) {
        return new Note(Values.storable(text.replace("\r\n", "\n")).strip());
    }

    /** How many characters it has. */
    public int length() {
        return text.codePointCount(0, text.length());
    }

    /** How many it may have. */
    public int most() {
        return Reviewing.LONGEST_NOTE;
    }

    /** Whether it can be kept. */
    public boolean fits() {
        return length() <= most();
    }
}
