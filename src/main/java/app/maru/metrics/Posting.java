package app.maru.metrics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.metrics.Sample.Origin;

/** Takes the values that machines send, and says of each what became of it. */
@Component
public class Posting {

    /** How many values are taken at once. */
    public static final int MOST = 1000;
    /** The longest text that is a value. */
    public static final int LONGEST_TEXT = 400;

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final Definitions definitions;
    private final Samples samples;
    private final Clock clock;

    Posting(Definitions definitions, Samples samples, Clock clock) {
        this.definitions = definitions;
        this.samples = samples;
        this.clock = clock;
    }

    /**
     * A value that was sent, of which anything may be wrong.
     *
     * @param value a {@link BigDecimal} or a text; anything else is refused
     * @param recordedAt when it was so (RFC 3339); null for now
     * @param unknown the name of a field that nobody knows; null where there is none
     */
    public record Item(@Nullable String key, @Nullable Object value, @Nullable String recordedAt, @Nullable String unknown) {}

    /**
     * What became of one value.
     *
     * @param code accepted, known (it was there already), or why it was refused
     * @param detail what was wrong, for people; null where nothing was
     */
    public record Result(int index, @Nullable String key, int status, String code, @Nullable String detail) {

        /** Whether the value is kept. */
        public boolean isKept() {
            return status < 400;
        }
    }

    /** Takes all that can be taken; the results are in the order of the items. */
    public List<Result> post(List<Item> items) {
        var known = definitions.at(items.stream().map(Item::key).filter(Objects::nonNull).collect(Collectors.toSet())).stream()
            .filter(metric -> !metric.archived()).collect(Collectors.toMap(Metric::key, metric -> metric));
        var readings = new ArrayList<Reading>();
        var first = new LinkedHashMap<Place, Sample>();
        for (int i = 0; i < items.size(); i++) {
            var reading = read(i, items.get(i), known);
            readings.add(reading);
            if (reading.sample != null) {
                first.putIfAbsent(Place.of(reading.sample), reading.sample);
            }
        }
        var kept = samples.keep(first.values());
        var added = kept.added().stream().map(Place::of).collect(Collectors.toSet());
        var contradicting = kept.contradicting().stream().map(Place::of).collect(Collectors.toSet());
        return readings.stream().map(reading -> reading.sample == null ? reading.refusal : became(reading, first, added, contradicting)).toList();
    }

    private record Place(String key, Instant at) {

        static Place of(Sample sample) {
            return new Place(sample.key(), sample.at());
        }
    }

    private record Reading(int index, @Nullable Sample sample, @Nullable Result refusal) {}

    private static Result became(Reading reading, Map<Place, Sample> first, Set<Place> added, Set<Place> contradicting) {
        var sample = reading.sample;
        var place = Place.of(sample);
        boolean isFirst = first.get(place) == sample;
        if (contradicting.contains(place) || !isFirst && !Samples.isSame(sample, first.get(place))) {
            return new Result(reading.index, sample.key(), 409, "contradiction", "There is another value at " + sample.at() + " already. It stays.");
        }
        return isFirst && added.contains(place) ? new Result(reading.index, sample.key(), 201, "accepted", null) : new Result(reading.index, sample.key(), 200, "known", null);
    }

    private Reading read(int index, Item item, Map<String, Metric> known) {
        if (item.unknown != null) {
            return refused(index, item, 422, "unknown_field", "A value has the fields key, value and recordedAt; '" + clipped(item.unknown) + "' is none of them.");
        }
        var metric = item.key == null ? null : known.get(item.key);
        if (metric == null) {
            return refused(index, item, 404, "unknown_key", item.key == null ? "A key is missing." : "There is no metric '" + clipped(item.key) + "'. Admins add them at /metrics/new.");
        }
        if (metric.builtIn()) {
            return refused(index, item, 403, "built_in", "Maru measures '" + metric.key() + "' itself.");
        }
        var at = at(item.recordedAt);
        if (at == null) {
            return refused(index, item, 422, "unreadable_time", "'" + clipped(String.valueOf(item.recordedAt)) + "' is no time: write it as 2026-11-23T09:30:00Z.");
        }
        if (at.isAfter(clock.instant().plus(CLOCKS_DIFFER))) {
            return refused(index, item, 422, "in_the_future", at + " is more than " + CLOCKS_DIFFER.toMinutes() + " minutes from now.");
        }
        if (at.isBefore(clock.instant().minus(Retention.HOURLY))) {
            return refused(index, item, 422, "too_old", at + " is more than a year ago.");
        }
        return value(index, item, metric, at);
    }

    private static Reading value(int index, Item item, Metric metric, Instant at) {
        if (metric.isNumber()) {
            var number = item.value instanceof BigDecimal sent ? Numbers.kept(sent) : Optional.<BigDecimal>empty();
            return number.isPresent() ? new Reading(index, Sample.of(metric.key(), at, number.get()).from(Origin.MACHINE), null)
                : refused(index, item, 422, "not_a_number", "'" + metric.key() + "' takes a JSON number of at most 18 figures before the point.");
        }
        return item.value instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT && text.indexOf('\0') < 0
            ? new Reading(index, Sample.of(metric.key(), at, text).from(Origin.MACHINE), null)
            : refused(index, item, 422, "not_a_text", "'" + metric.key() + "' takes a text of 1 to " + LONGEST_TEXT + " characters.");
    }

    private @Nullable Instant at(@Nullable String text) {
        try {
            return (text == null ? clock.instant() : OffsetDateTime.parse(text).toInstant()).truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private static Reading refused(int index, Item item, int status, String code, String detail) {
        return new Reading(index, null, new Result(index, item.key == null ? null : clipped(item.key), status, code, detail));
    }

    private static String clipped(String text) {
        return text.length() <= 96 ? text : text.substring(0, 96) + "\u2026";
    }
}
