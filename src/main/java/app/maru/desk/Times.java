package app.maru.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes instants in the language and the zone of the person who reads them. */
@Component("times")
public class Times {

    private final Clock clock;
    private final MessageSource messages;

    Times(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** As short as it can be understood: minutes ago, the time of today, the day of this year, the date. */
    public String brief(Instant at) {
        var now = clock.instant();
        long minutes = Duration.between(at, now).toMinutes();
        if (at.isAfter(now) || minutes >= 60) {
            return date(local(at), local(now));
        }
        return minutes == 0 ? message("time.now") : message("time.minutes", minutes);
    }

    /** In full, with the zone. */
    public String full(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.LONG).withLocale(locale()).format(local(at));
    }

    /** Only the date, with its year. */
    public String date(Instant at) {
        return written("yMMMd", local(at));
    }

    /** A day of the calendar, with its year. */
    public String date(LocalDate day) {
        return written("yMMMd", day);
    }

    /** A day of the calendar without its year. */
    public String dayOfYear(LocalDate day) {
        return written("MMMd", day);
    }

    /** The day, with its year and name, and the time: for what is still to come. */
    public String day(Instant at) {
        return day(local(at).toLocalDateTime());
    }

    /** The same of a time on some clock. */
    public String day(LocalDateTime at) {
        return written("yMMMEd", at) + " " + time(at);
    }

    /** Only the time on some clock. */
    public String time(LocalDateTime at) {
        return written(at.getSecond() == 0 ? "jm" : "jms", at);
    }

    /** A zone as people call it, and by its name. */
    public String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL, locale()) + " (" + zone.getId() + ")";
    }

    /** A zone by its name, and how far it is from UTC then. */
    public String zone(ZoneId zone, Instant then) {
        var offset = zone.getRules().getOffset(then).getId();
        return zone.getId() + " (UTC" + (offset.equals("Z") ? "" : offset.replaceFirst("(?<=[+-])0", "").replace(":00", "").replace('-', '\u2212')) + ")";
    }

    private static String date(ZonedDateTime at, ZonedDateTime now) {
        if (at.toLocalDate().equals(now.toLocalDate())) {
            return written("jm", at);
        }
        return at.getYear() == now.getYear() ? written("MMMd", at) + " " + written("jm", at) : written("yMMMd", at);
    }

    private static String written(String parts, TemporalAccessor at) {
        return DateTimeFormatter.ofLocalizedPattern(parts).withLocale(locale()).format(at);
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(LocaleContextHolder.getTimeZone().toZoneId());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
