package app.maru.histories;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** The house and the model do not agree. */
final class Mismatch extends RuntimeException {

    Mismatch(String message) {
        super(message);
    }

    Mismatch(String message, Throwable cause) {
        super(message, cause);
    }

    static void unlessSame(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            throw new Mismatch("%s%n    by the model  %s%n    in the house  %s".formatted(what, expected, found));
        }
    }
}
