package app.maru.events;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event as it reads.
 *
 * @param sentence what happened
 * @param second a few words more, or none
 * @param href where what it is about can be seen; null where it cannot
 */
public record EventLine(Kind kind, Instant at, String sentence, String second, @Nullable String href, boolean failed) {

    /** The sign beside it. */
    public String icon() {
        return failed ? "exclamation-triangle-fill" : kind.icon();
    }
}
