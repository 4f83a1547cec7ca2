package app.maru.events;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import app.maru.content.Values;

/** A place in the stream: just at that event. In an address it reads {@code 2026-11-23T02:59:30.123456Z_uuid}. */
public record Mark(Instant at, UUID subject) {

    private static final String BETWEEN = "_";
    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    /** The place that an address names, if it names any. */
    public static Optional<Mark> of(String text) {
        int between = text.indexOf(BETWEEN);
        try {
            return between < 0 || !Values.isId(text.substring(between + 1)) ? Optional.empty()
                : Optional.of(new Mark(Instant.parse(text.substring(0, between)), UUID.fromString(text.substring(between + 1)))).filter(Mark::isStorable);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private boolean isStorable() {
        return at.isAfter(FIRST) && at.isBefore(LAST);
    }

    @Override
    public String toString() {
        return at + BETWEEN + subject;
    }
}
