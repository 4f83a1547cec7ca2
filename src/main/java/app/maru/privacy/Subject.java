package app.maru.privacy;

import java.util.Locale;
import java.util.UUID;

/**
 * Somebody of whom something is kept.
 *
 * @param staff whether they work at the desk
 */
record Subject(UUID id, String name, String email, boolean staff) {

    private static final int DIGITS = 4;

    /** How to call them. */
    public String title() {
        return name.isBlank() ? email : name;
    }

    /** What tells the name that will stand for them from others. */
    String mark() {
        var text = id.toString();
        return text.substring(text.length() - DIGITS).toUpperCase(Locale.ROOT);
    }
}
