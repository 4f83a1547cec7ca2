package app.maru.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A letter in the outbox, and how far it has come.
 *
 * @param nextAttemptAt when it is tried again, while it waits
 * @param error what the mail server said last, or the key of a reason of our own
 */
record Mail(UUID id, Letter letter, State state, int attempts, Instant postedAt, Instant nextAttemptAt, @Nullable Instant sentAt, String error) {

    /** How a mail stands. */
    enum State {
        WAITING, SENT, FAILED;

        /** The name in the table and in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State named(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether what it carries no longer holds at that moment. */
    boolean isTooLate(Instant now) {
        return letter.goodUntil() != null && !letter.goodUntil().isAfter(now);
    }

    /** Whether it makes sense to try it at that moment. */
    boolean canBeTried(Instant now) {
        return state != State.SENT && !isTooLate(now);
    }
}
