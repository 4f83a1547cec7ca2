package app.maru.dashboard;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody set out to reach in a stretch of time.
 *
 * @param metric the key of the metric whose last value is the current one; null where that is typed
 * @param from the first day
 * @param until the last day
 */
record Goal(UUID id, int version, String name, String description, @Nullable String metric, BigDecimal target, BigDecimal current, LocalDate from, LocalDate until, Status status) {

    /** How it stands. */
    enum Status {
        ACTIVE, PAUSED, COMPLETED, FAILED;

        /** The status as the database, forms and messages name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same with another current value. */
    Goal at(BigDecimal value) {
        return new Goal(id, version, name, description, metric, target, value, from, until, status);
    }

    /** How far it is, in whole percent: from nought to a hundred. */
    public int percent() {
        return target.signum() == 0 ? 100 : current.multiply(BigDecimal.valueOf(100)).divide(target, 0, RoundingMode.DOWN).max(BigDecimal.ZERO).min(BigDecimal.valueOf(100)).intValue();
    }

    /** How many days there still are, that one counted; none behind the last. */
    long daysLeft(LocalDate today) {
        return Math.max(0, ChronoUnit.DAYS.between(today.isBefore(from) ? from : today, until) + 1);
    }

    /** Its address. */
    public String address() {
        return "/dashboard/goals/" + id;
    }
}
