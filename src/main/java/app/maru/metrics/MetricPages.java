package app.maru.metrics;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.desk.Chart;
import app.maru.desk.Input;
import app.maru.identity.Person;
import app.maru.metrics.Series.Point;
import app.maru.metrics.Tiles.Tile;

/** Makes the page of a metric. */
@Component
class MetricPages {

    static final int VALUES = 200;

    private static final int LONGEST_DAYS = 366;

    private final Metrics metrics;
    private final Samples samples;
    private final Tiles tiles;
    private final Figures figures;
    private final Entering entering;
    private final Clock clock;

    MetricPages(Metrics metrics, Samples samples, Tiles tiles, Figures figures, Entering entering, Clock clock) {
        this.metrics = metrics;
        this.samples = samples;
        this.tiles = tiles;
        this.figures = figures;
        this.entering = entering;
        this.clock = clock;
    }

    /** What range somebody asks for; where the dates make no sense, a week and a word about it. */
    record Asked(Range range, boolean wrong, String from, String to) {}

    /**
     * A metric in a range.
     *
     * @param chart null for texts, and where nothing is known
     * @param rows the same as a table, newest first; empty for texts
     * @param values the newest single values
     * @param late at what time days begin where that is not midnight; null otherwise
     * @param enter the form for another value; empty where nobody types any
     */
    record Page(Metric metric, Tile tile, Asked asked, @Nullable Chart chart, @Nullable Figure now, @Nullable Figure before, @Nullable String change, @Nullable String verdict,
                List<Row> rows, @Nullable LocalDateTime late, List<Value> values, List<Input> enter) {}

    /** What a range comes to, as a person reads it. */
    record Figure(String average, String least, String most) {}

    /** One step of the range, beside the one of the range before. */
    record Row(String when, String average, String least, String most, String before) {}

    /** A single value. */
    record Value(Sample sample, String text) {}

    Asked asked(String name, String from, String to, Person person) {
        var now = clock.instant();
        var week = Range.named(name.isEmpty() ? "week" : name, now, person.zone());
        if (from.isEmpty() && to.isEmpty()) {
            return new Asked(week, false, week.from().toLocalDate().toString(), week.lastDay().toString());
        }
        try {
            var first = LocalDate.parse(from);
            var last = to.isEmpty() ? now.atZone(person.zone()).toLocalDate() : LocalDate.parse(to);
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            return days < 1 || days > LONGEST_DAYS || first.getYear() < 2000 || last.getYear() > 9998 ? new Asked(week, true, from, to) : new Asked(Range.between(first, last, person.zone()), false, from, last.toString());
        } catch (DateTimeException unreadable) {
            return new Asked(week, true, from, to);
        }
    }

    Page page(Metric metric, Asked asked, Person person) {
        return page(metric, asked, "", "", Map.of(), person);
    }

    /** The same with a value that could not be taken. */
    Page page(Metric metric, Asked asked, String value, String at, Map<String, String> wrong, Person person) {
        var enter = metric.builtIn() || metric.archived() ? List.<Input>of() : entering.inputs(metric, value, at, wrong, person.zone());
        var values = samples.before(metric.key(), asked.range.to().toInstant(), asked.range.from().toInstant(), metric.isNumber() ? 10 : VALUES).stream()
            .map(sample -> new Value(sample, tiles.written(metric, sample))).toList();
        var tile = tiles.tile(metric);
        if (!metric.isNumber()) {
            return new Page(metric, tile, asked, null, null, null, null, null, List.of(), null, values, enter);
        }
        var now = metrics.series(metric, asked.range);
        var before = metrics.series(metric, asked.range.before());
        var mean = now.summary().map(Series.Summary::average).orElse(null);
        var meanBefore = before.summary().map(Series.Summary::average).orElse(null);
        return new Page(metric, tile, asked, mean == null ? null : metrics.chart(now, before.summary().isPresent() ? before : null), figure(now), figure(before),
            figures.change(mean, meanBefore), Tiles.verdict(metric, mean, meanBefore), rows(now, before), now.late().orElse(null), metric.builtIn() ? List.of() : values, enter);
    }

    private @Nullable Figure figure(Series series) {
        return series.summary().map(summary -> new Figure(written(series, summary.average()), written(series, summary.least()), written(series, summary.most()))).orElse(null);
    }

    private List<Row> rows(Series now, Series before) {
        var rows = new ArrayList<Row>();
        for (int i = now.points().size() - 1; i >= 0; i--) {
            var point = now.points().get(i);
            var past = i < before.points().size() ? before.points().get(i) : null;
            if (point.samples() > 0 || past != null && past.samples() > 0 && point.at().toInstant().isBefore(clock.instant())) {
                rows.add(row(point, past, now));
            }
        }
        return rows;
    }

    private Row row(Point point, @Nullable Point past, Series series) {
        return new Row(name(point.at(), series), written(series, point.average()), written(series, point.least()), written(series, point.most()),
            written(series, past == null ? null : past.average()));
    }

    private String name(ZonedDateTime at, Series series) {
        return metrics.name(at, series.range().step());
    }

    private String written(Series series, @Nullable BigDecimal value) {
        return value == null ? "" : figures.write(value, series.metric().unit());
    }
}
