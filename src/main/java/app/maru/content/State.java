package app.maru.content;

import java.util.Locale;

/** Where an entry stands; follows from what is live, what is the working copy, and whether it is archived. */
public enum State {
    /** Not live. */
    DRAFT,
    /** Live, and the working copy is the revision that visitors see. */
    PUBLISHED,
    /** Live, and the working copy is another revision. */
    CHANGED,
    /** Not live, and hidden from lists until restored. */
    ARCHIVED;

    /** Its name in addresses and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    static State of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }
}
