package app.maru.database;

import org.jspecify.annotations.Nullable;

/** Why Maru does not start, in one sentence that says what to do. */
class CannotStart extends RuntimeException {

    CannotStart(String sentence) {
        this(sentence, null);
    }

    CannotStart(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
