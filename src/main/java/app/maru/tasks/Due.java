package app.maru.tasks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

import org.jspecify.annotations.Nullable;

/**
 * A time by which something is to be done, as a form says it: on a clock in the person's zone, to the minute. Of a time
 * that comes twice because clocks are set back, the first is meant.
 */
final class Due {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final int LAST_YEAR = 9999;

    private Due() {
    }

    /** What a text means; neither a time nor anything wrong where it says nothing. */
    record Reading(@Nullable Instant at, @Nullable Complaint wrong) {}

    static Reading read(String text, ZoneId zone) {
        try {
            return text.isBlank() ? new Reading(null, null) : at(LocalDateTime.parse(text.strip()), text, zone);
        } catch (DateTimeException e) {
            return unreadable(text);
        }
    }

    private static Reading at(LocalDateTime local, String text, ZoneId zone) {
        if (local.getYear() < 1 || local.getYear() > LAST_YEAR) {
            return unreadable(text);
        }
        var gap = zone.getRules().getTransition(local);
        if (zone.getRules().getValidOffsets(local).isEmpty()) {
            return new Reading(null, Complaint.of("due", "problem.TimeGap", written(local), zone.getId(),
                gap.getDateTimeBefore().toLocalTime().toString(), gap.getDateTimeAfter().toLocalTime().toString()));
        }
        return new Reading(local.atZone(zone).toInstant(), null);
    }

    private static Reading unreadable(String text) {
        return new Reading(null, Complaint.of("due", "problem.TimeUnreadable", text.strip()));
    }

    static String text(@Nullable Instant at, ZoneId zone) {
        return at == null ? "" : FORM.format(LocalDateTime.ofInstant(at, zone));
    }

    private static String written(LocalDateTime local) {
        return local.toLocalDate() + " " + local.toLocalTime();
    }
}
