package app.maru.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes instants in the language and the zone of the person who reads them. */
@Component("times")
class Times {

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

    private static String date(ZonedDateTime at, ZonedDateTime now) {
        if (at.toLocalDate().equals(now.toLocalDate())) {
            return written("jm", at);
        }
        return at.getYear() == now.getYear() ? written("MMMd", at) + " " + written("jm", at) : written("yMMMd", at);
    }

    private static String written(String parts, ZonedDateTime at) {
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
