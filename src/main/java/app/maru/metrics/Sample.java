package app.maru.metrics;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The value of a metric at a moment: a number or a text.
 *
 * @param trend up, down or flat against the one before; null for the first, and for texts
 */
public record Sample(String key, Instant at, @Nullable BigDecimal number, @Nullable String text, @Nullable String trend, Origin origin) {

    /** Where a value came from. */
    public enum Origin { PRODUCT, PERSON, MACHINE }

    static Sample of(String key, Instant at, BigDecimal number) {
        return new Sample(key, at, number, null, null, Origin.PRODUCT);
    }

    static Sample of(String key, Instant at, String text) {
        return new Sample(key, at, null, text, null, Origin.PRODUCT);
    }

    Sample from(Origin other) {
        return new Sample(key, at, number, text, trend, other);
    }
}
