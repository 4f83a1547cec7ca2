package app.maru.metrics;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A metric has gone where it should not, or is back; told within the transaction that sees it.
 *
 * @param raised whether it begins; otherwise it is over
 * @param value what it was, if there was any
 * @param bound the number that it passed, or for how many minutes none came
 */
public record MetricAlert(Metric metric, Kind kind, boolean raised, @Nullable BigDecimal value, BigDecimal bound, Instant at) {

    /** What is wrong. */
    public enum Kind {
        ABOVE, BELOW, MISSING;

        /** Its name in message keys and in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Nullable BigDecimal bound(Metric.Alert alert) {
            return switch (this) {
                case ABOVE -> alert.above();
                case BELOW -> alert.below();
                case MISSING -> alert.missingMinutes() == null ? null : BigDecimal.valueOf(alert.missingMinutes());
            };
        }
    }
}
