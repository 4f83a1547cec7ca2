package app.maru.checks;

import java.util.List;

import app.maru.content.Problem;

/**
 * One thing that a check found in an entry.
 *
 * @param path where in the form, such as {@code body} or {@code faqs.{id}.question}; empty for the entry as a whole
 * @param code what, as the last part of its message key
 * @param arguments what the message names
 */
public record Finding(String path, String code, Severity severity, List<String> arguments) {

    /** How much it matters. */
    public enum Severity {
        /** It stands in the way of publishing. */
        ERROR,
        /** Whoever publishes says that they have seen it. */
        WARNING,
        /** It could be better. */
        HINT
    }

    public Finding {
        arguments = List.copyOf(arguments);
    }

    static Finding error(Problem problem) {
        return new Finding(problem.path(), problem.code(), Severity.ERROR, problem.arguments().stream().map(Object::toString).toList());
    }

    static Finding warning(String path, String code, String... arguments) {
        return new Finding(path, code, Severity.WARNING, List.of(arguments));
    }

    static Finding hint(String path, String code, String... arguments) {
        return new Finding(path, code, Severity.HINT, List.of(arguments));
    }
}
