package app.maru.tasks;

import java.time.Duration;
import java.util.Locale;

/** Why the product makes a task by itself. */
enum Reason {
    /** Something that was to happen to an entry at a time has failed. */
    FAILED_SCHEDULE(Priority.HIGH, Duration.ofDays(1)),
    /** Visitors find a link in an entry that leads nowhere. */
    BROKEN_LINK(Priority.MEDIUM, Duration.ofDays(7)),
    /** A metric is above what somebody said that it should be. */
    METRIC_ABOVE(Priority.HIGH, Duration.ofDays(1)),
    /** A metric is below it. */
    METRIC_BELOW(Priority.HIGH, Duration.ofDays(1)),
    /** No value of a metric has come for too long. */
    METRIC_MISSING(Priority.HIGH, Duration.ofDays(1));

    private final Priority priority;
    private final Duration time;

    Reason(Priority priority, Duration time) {
        this.priority = priority;
        this.time = time;
    }

    /** Its name in message keys and in the table. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    Priority priority() {
        return priority;
    }

    /** How long there is to do something about it. */
    Duration time() {
        return time;
    }
}
