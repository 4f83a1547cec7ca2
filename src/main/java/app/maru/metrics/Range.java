package app.maru.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A stretch of time as the person's clock and calendar have it, cut into steps. A day in which clocks are changed is as long
 * as it is there: 23 or 25 hours.
 *
 * @param name day, week, month, year, or own for any other
 * @param to where it ends, not in it any more
 */
public record Range(String name, ZonedDateTime from, ZonedDateTime to, Step step) {

    /** The names of those that need no dates. */
    public static final List<String> NAMES = List.of("day", "week", "month", "year");

    static final String OWN = "own";

    private static final Map<String, Integer> DAYS = Map.of("week", 7, "month", 30, "year", 364);
    private static final int DAYS_BY_HALF_HOURS = 2;
    private static final int DAYS_BY_HOURS = 14;
    private static final int DAYS_BY_DAYS = 120;

    /** How far its points lie apart. */
    public enum Step {
        HALF_HOUR, HOUR, DAY, WEEK;

        /** Its name in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it is a stretch of the calendar rather than of the clock. */
        public boolean isOfDays() {
            return this == DAY || this == WEEK;
        }
    }

    /** That of this name up to now, in the person's zone; a week where there is none of that name. */
    public static Range named(String name, Instant now, ZoneId zone) {
        if (name.equals("day")) {
            var end = halfHour(now.atZone(zone));
            return new Range(name, end.minusHours(24), end, Step.HALF_HOUR);
        }
        var known = DAYS.containsKey(name) ? name : "week";
        var end = now.atZone(zone).toLocalDate().plusDays(1);
        return new Range(known, end.minusDays(DAYS.get(known)).atStartOfDay(zone), end.atStartOfDay(zone), step(DAYS.get(known)));
    }

    /** From the beginning of one day to the end of another. */
    public static Range between(LocalDate first, LocalDate last, ZoneId zone) {
        return new Range(OWN, first.atStartOfDay(zone), last.plusDays(1).atStartOfDay(zone), step(ChronoUnit.DAYS.between(first, last) + 1));
    }

    private static Step step(long days) {
        return days <= DAYS_BY_HALF_HOURS ? Step.HALF_HOUR : days <= DAYS_BY_HOURS ? Step.HOUR : days <= DAYS_BY_DAYS ? Step.DAY : Step.WEEK;
    }

    private static ZonedDateTime halfHour(ZonedDateTime now) {
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        return now.getMinute() < 30 ? hour.plus(Duration.ofMinutes(30)) : hour.plusHours(1);
    }

    /** The stretch before, as long by the calendar. */
    public Range before() {
        if (name.equals("day")) {
            return new Range(name, from.minusHours(24), from, step);
        }
        long days = ChronoUnit.DAYS.between(from.toLocalDate(), to.toLocalDate());
        return new Range(name, from.toLocalDate().minusDays(days).atStartOfDay(from.getZone()), from, step);
    }

    /** Where its steps begin. */
    public List<ZonedDateTime> steps() {
        var steps = new ArrayList<ZonedDateTime>();
        for (var at = from; at.isBefore(to); at = next(at)) {
            steps.add(at);
        }
        return steps;
    }

    /** Days follow each other by the calendar; hours as they pass, so that one that comes twice is there twice. */
    private ZonedDateTime next(ZonedDateTime at) {
        return switch (step) {
            case HALF_HOUR -> at.plus(Duration.ofMinutes(30));
            case HOUR -> at.plus(Duration.ofHours(1));
            case DAY -> at.toLocalDate().plusDays(1).atStartOfDay(at.getZone());
            case WEEK -> at.toLocalDate().plusDays(7).atStartOfDay(at.getZone());
        };
    }

    /** The last day in it. */
    public LocalDate lastDay() {
        return to.minusNanos(1).toLocalDate();
    }
}
