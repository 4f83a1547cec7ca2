package app.maru.dashboard;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The day that it is where somebody is; it may have 23 or 25 hours. */
record Today(LocalDate day, Instant end) {

    static Today in(ZoneId zone, Clock clock) {
        var day = LocalDate.now(clock.withZone(zone));
        return new Today(day, day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
