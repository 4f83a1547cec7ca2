package app.maru.audit;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.events.Mark;

/**
 * A row of the log.
 *
 * @param person who did it; null for the product, or for somebody unknown
 * @param email what they came with; null where it was erased, or nobody came
 * @param title what it was done to was called
 * @param before what changed, by field, as it was
 * @param place where in the chain it stands; null while it waits to be sealed
 */
record Logged(UUID id, Instant at, String event, boolean act, @Nullable UUID person, @Nullable String email, @Nullable String address, @Nullable String agent,
              @Nullable String type, @Nullable UUID subject, @Nullable String title, Map<String, String> before, Map<String, String> after, @Nullable Long place) {

    Mark mark() {
        return new Mark(at, id);
    }

    /** The desk's address of what it was done to; null where that has no page. */
    public @Nullable String href() {
        return type == null || subject == null ? null : type.equals(EditionsInTheLog.TYPE) ? "/editions/" + title : type.equals("tokens") ? "/tokens" : "/" + type + "/" + subject;
    }
}
