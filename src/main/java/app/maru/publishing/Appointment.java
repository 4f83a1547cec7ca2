package app.maru.publishing;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Optional;

import app.maru.content.Problem;

/**
 * A time ahead, chosen on a clock somewhere. Where clocks are set back that time comes twice: then the first that is
 * still ahead is meant.
 */
public record Appointment(Instant at, ZoneId zone) {

    private static final int YEARS = 10;

    /** What a text means as a time ahead. */
    public sealed interface Reading {
        /** It is a time ahead. */
        record Understood(Appointment appointment) implements Reading {}

        /** It is none, for this reason. */
        record Wrong(Problem problem) implements Reading {}
    }

    /** Reads a date and a time, such as {@code 2026-12-24T09:00}, as a clock in that zone shows it. */
    public static Reading read(String text, ZoneId zone, Instant now) {
        if (text.isBlank()) {
            return wrong("TimeMissing");
        }
        return local(text.strip()).map(local -> ahead(local, zone, now)).orElseGet(() -> wrong("TimeUnreadable", text.strip()));
    }

    private static Optional<LocalDateTime> local(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Reading ahead(LocalDateTime local, ZoneId zone, Instant now) {
        var present = LocalDateTime.ofInstant(now, zone);
        var offsets = zone.getRules().getValidOffsets(local);
        if (local.isAfter(present.plusYears(YEARS))) {
            return wrong("TimeFar", YEARS);
        }
        if (offsets.isEmpty()) {
            var gap = zone.getRules().getTransition(local);
            return wrong("TimeGap", local, zone, gap.getDateTimeBefore(), gap.getDateTimeAfter());
        }
        return offsets.stream().map(local::toInstant).filter(now::isBefore).findFirst()
            .<Reading>map(at -> new Reading.Understood(new Appointment(at, zone))).orElseGet(() -> wrong("TimePast", local, present));
    }

    private static Reading wrong(String code, Object... arguments) {
        return new Reading.Wrong(Problem.storable("", code, arguments));
    }
}
