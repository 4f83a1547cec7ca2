package app.maru.identity;

import java.util.Locale;

/** What a person is on this desk; what a role may do is said in {@link Right}. */
public enum Role {
    VIEWER, AUTHOR, EDITOR, ADMIN;

    /** The role as the database and the messages name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role that the database and the messages call so. */
    public static Role named(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
