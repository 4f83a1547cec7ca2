package app.maru.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One request to look at a revision, and what came of it.
 *
 * @param askedBy who asked; null when they are no longer known
 * @param answer what came of it; null while it waits
 * @param answeredBy who answered; null while it waits, and when they are no longer known
 * @param answerNote what was said to whoever asked
 */
public record Review(UUID id, UUID entry, int revision, @Nullable UUID askedBy, String note, Instant askedAt,
                     @Nullable Answer answer, @Nullable UUID answeredBy, String answerNote, @Nullable Instant answeredAt) {

    /** What came of a request. */
    public enum Answer {
        /** Visitors see that revision, or a later one. */
        APPROVED,
        /** Something is to be done first. */
        SENT_BACK,
        /** Whoever asked takes it back, or asks for a later revision. */
        WITHDRAWN;

        /** Its name in message keys and in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Answer of(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** Whether it waits for an answer. */
    public boolean isOpen() {
        return answer == null;
    }

    /** Whether it was sent back. */
    public boolean isSentBack() {
        return answer == Answer.SENT_BACK;
    }

    static Review read(ResultSet row, int number) throws SQLException {
        var answer = row.getString("answer");
        return new Review(row.getObject("review_id", UUID.class), row.getObject("entry_id", UUID.class), row.getInt("revision"),
            row.getObject("asked_by", UUID.class), row.getString("note"), row.getObject("asked_at", OffsetDateTime.class).toInstant(),
            answer == null ? null : Answer.of(answer), row.getObject("answered_by", UUID.class), row.getString("answer_note"),
            answer == null ? null : row.getObject("answered_at", OffsetDateTime.class).toInstant());
    }
}
