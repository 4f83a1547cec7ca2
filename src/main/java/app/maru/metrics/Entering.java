package app.maru.metrics;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.desk.Input;
import app.maru.metrics.Sample.Origin;

/** Takes values that people type, at a time on their own clock; of an hour that comes twice, the first is meant. */
@Component
class Entering {

    static final String VALUE = "value";
    static final String AT = "at";

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    private final Clock clock;
    private final MessageSource messages;

    Entering(Clock clock, MessageSource messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** The value that was meant; null where something is wrong: the sentences by field. */
    record Reading(@Nullable Sample sample, Map<String, String> wrong) {}

    Reading read(Metric metric, String value, String at, ZoneId zone) {
        var time = time(at, zone);
        if (time.wrong != null) {
            return new Reading(null, Map.of(AT, time.wrong));
        }
        if (!metric.isNumber()) {
            return value.isEmpty() || value.codePointCount(0, value.length()) > Posting.LONGEST_TEXT ? new Reading(null, Map.of(VALUE, say("metrics.problem.text", Posting.LONGEST_TEXT)))
                : new Reading(Sample.of(metric.key(), time.at, value).from(Origin.PERSON), Map.of());
        }
        var number = Numbers.typed(value);
        return number.isEmpty() ? new Reading(null, Map.of(VALUE, say("metrics.problem.number", value)))
            : new Reading(Sample.of(metric.key(), time.at, number.get()).from(Origin.PERSON), Map.of());
    }

    private record Time(Instant at, @Nullable String wrong) {}

    private Time time(String text, ZoneId zone) {
        var now = clock.instant();
        try {
            var local = text.isEmpty() ? LocalDateTime.ofInstant(now, zone).truncatedTo(ChronoUnit.MINUTES) : LocalDateTime.parse(text);
            var gap = zone.getRules().getTransition(local);
            var at = local.atZone(zone).toInstant();
            var wrong = zone.getRules().getValidOffsets(local).isEmpty() ? say("problem.TimeGap", local.toLocalDate() + " " + local.toLocalTime(), zone.getId(),
                    gap.getDateTimeBefore().toLocalTime().toString(), gap.getDateTimeAfter().toLocalTime().toString())
                : at.isAfter(now.plus(Duration.ofMinutes(1))) ? say("metrics.problem.future")
                : at.isBefore(now.minus(Retention.HOURLY)) ? say("metrics.problem.past") : null;
            return new Time(at, wrong);
        } catch (DateTimeException unreadable) {
            return new Time(now, say("problem.TimeUnreadable", text));
        }
    }

    /** The form, as typed. */
    List<Input> inputs(Metric metric, String value, String at, Map<String, String> wrong, ZoneId zone) {
        var time = at.isEmpty() ? FORM.format(LocalDateTime.ofInstant(clock.instant(), zone)) : at;
        return List.of(Input.of(metric.isNumber() ? "number" : "line", VALUE, "metrics.value", value).wrong(sentences(wrong, VALUE)),
            Input.of("moment", AT, "metrics.at", time).wrong(sentences(wrong, AT)));
    }

    private static List<String> sentences(Map<String, String> wrong, String field) {
        return wrong.containsKey(field) ? List.of(wrong.get(field)) : List.of();
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
