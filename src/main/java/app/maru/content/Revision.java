package app.maru.content;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One Save of an entry, whole; never changed.
 *
 * @param number counted from 1 within its entry
 * @param restoredFrom the number of the revision that it repeats; null when it was written
 */
public record Revision(UUID entry, int number, Snapshot snapshot, @Nullable UUID author, String name,
                       @Nullable Integer restoredFrom, Instant createdAt) {
}
