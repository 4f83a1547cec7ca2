package app.maru.editing;

import java.util.regex.Pattern;

import app.maru.reviews.Reviewing;

/** What somebody writes to somebody else about an entry. */
record Note(String text) {

    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

    static Note of(String text) {
        return new Note(UNSTORABLE.matcher(text.replace("\r\n", "\n")).replaceAll("").strip());
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
