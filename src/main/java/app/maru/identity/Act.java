package app.maru.identity;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody did to the desk or the site, as the log has it.
 *
 * @param name what was done, such as {@code token_revoked}
 * @param type the path of the pages of what it was done to, such as {@code metrics}
 * @param title what that was called then
 * @param before what changed, by field, as it was
 * @param after the same as it is now
 */
public record Act(String name, @Nullable String type, @Nullable UUID subject, String title, Map<String, String> before, Map<String, String> after) {

    public Act {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    /** An act that changes no field. */
    public static Act of(String name, String type, UUID subject, String title) {
        return new Act(name, type, subject, title, Map.of(), Map.of());
    }

    /** An act that concerns nothing which has a page. */
    public static Act of(String name, String title) {
        return new Act(name, null, null, title, Map.of(), Map.of());
    }

    /** The same with what it changed: only the fields that differ are kept; null is nothing. */
    public Act changing(Map<String, ? extends @Nullable Object> was, Map<String, ? extends @Nullable Object> is) {
        var left = new TreeMap<String, String>();
        var right = new TreeMap<String, String>();
        was.forEach((field, value) -> keep(left, field, value, is.get(field)));
        is.forEach((field, value) -> keep(right, field, value, was.get(field)));
        return new Act(name, type, subject, title, left, right);
    }

    private static void keep(Map<String, String> kept, String field, @Nullable Object value, @Nullable Object other) {
        var text = Objects.toString(value, "");
        if (!text.isEmpty() && !text.equals(Objects.toString(other, ""))) {
            kept.put(field, text);
        }
    }
}
