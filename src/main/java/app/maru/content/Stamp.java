package app.maru.content;

import java.time.Instant;

/** When a row was made and last changed, and what other services keep beside it; in no form. */
public record Stamp(Instant createdAt, Instant updatedAt, Json metadata) {

    public static Stamp at(Instant now) {
        return new Stamp(now, now, Json.EMPTY);
    }

    Stamp changedAt(Instant now) {
        return new Stamp(createdAt, now, metadata);
    }
}
