package app.maru.content;

import java.util.List;

/**
 * One thing wrong with an entry, at a place in its form.
 *
 * @param path where, such as {@code name} or {@code features.{id}.label}; empty for the entry as a whole
 * @param code what, as the last part of the message key {@code problem.…}
 * @param arguments what the message names, such as the greatest length
 */
public record Problem(String path, String code, List<Object> arguments, Tier tier) {

    /** What a problem stands in the way of. */
    public enum Tier {
        /** It cannot even be saved. */
        STORABLE,
        /** It can be saved as a draft, but not published. */
        PUBLISHABLE
    }

    public Problem {
        arguments = List.copyOf(arguments);
    }

    /** A problem that stands in the way of saving. */
    public static Problem storable(String path, String code, Object... arguments) {
        return new Problem(path, code, List.of(arguments), Tier.STORABLE);
    }

    /** A problem that stands in the way of publishing only. */
    public static Problem publishable(String path, String code, Object... arguments) {
        return new Problem(path, code, List.of(arguments), Tier.PUBLISHABLE);
    }

    /** The message key. */
    public String messageKey() {
        return "problem." + code;
    }
}
