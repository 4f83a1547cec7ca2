package app.maru.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.metrics.Range.Step;
import app.maru.metrics.Series.Point;

/** How metrics went: from the hours, however many samples there are, but for the last days by the half-hour. */
@Repository
class Courses {

    static final int SPARK_HOURS = 24;

    /** In a question of its own, which is answered once: the steps are read as times for each row otherwise. */
    private static final String STEPS = "(select cast(:steps as timestamptz[]))";
    private static final String FROM_HOURS = """
        select place, sum(samples) as samples, sum(total) as total, min(least) as least, max(most) as most from (
          select width_bucket(hour, %s) as place, samples, total, least, most from admin_metric_hours
          where metric_key = :key and hour >= :from and hour < :to) placed group by place""".formatted(STEPS);
    private static final String FROM_SAMPLES = """
        select place, count(*) as samples, sum(numeric_value) as total, min(numeric_value) as least, max(numeric_value) as most from (
          select width_bucket(recorded_at, %s) as place, numeric_value from admin_system_metrics
          where metric_key = :key and recorded_at >= :from and recorded_at < :to and numeric_value is not null) placed group by place""".formatted(STEPS);

    private final JdbcClient database;
    private final Clock clock;

    Courses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Series series(Metric metric, Range range) {
        boolean fine = range.step() == Step.HALF_HOUR && !range.from().toInstant().isBefore(clock.instant().minus(Retention.RAW));
        var asked = fine || range.step() != Step.HALF_HOUR ? range : new Range(range.name(), range.from(), range.to(), Step.HOUR);
        var steps = fine ? asked.steps() : asked.steps().stream().map(Courses::hour).toList();
        var found = new HashMap<Integer, Point>();
        database.sql(fine ? FROM_SAMPLES : FROM_HOURS).param("key", metric.key()).param("from", Samples.time(steps.getFirst().toInstant()))
            .param("to", Samples.time((fine ? asked.to() : hour(asked.to())).toInstant())).param("steps", steps.stream().map(at -> at.toInstant().toString()).toArray(String[]::new))
            .query(row -> {
                int place = row.getInt("place") - 1;
                found.put(place, point(steps.get(place), row.getLong("samples"), row.getBigDecimal("total"), row.getBigDecimal("least"), row.getBigDecimal("most")));
            });
        var points = new ArrayList<Point>();
        for (int i = 0; i < steps.size(); i++) {
            points.add(found.getOrDefault(i, Point.empty(steps.get(i))));
        }
        return new Series(metric, asked, points);
    }

    /** Hours are kept by UTC: where clocks are off it by part of an hour, a step begins with the next of them. */
    private static ZonedDateTime hour(ZonedDateTime at) {
        var begun = at.toInstant().truncatedTo(ChronoUnit.HOURS);
        return at.toInstant().equals(begun) ? at : begun.plus(Duration.ofHours(1)).atZone(at.getZone());
    }

    private static Point point(ZonedDateTime at, long samples, BigDecimal total, BigDecimal least, BigDecimal most) {
        return new Point(at, samples, total.divide(BigDecimal.valueOf(samples), MathContext.DECIMAL64), least, most);
    }

    /**
     * A metric at a glance.
     *
     * @param hours its averages in the last hours, oldest first
     * @param now the average of those, null when nothing is known
     * @param before the average of as many hours before
     */
    record Glance(List<@Nullable Double> hours, @Nullable BigDecimal now, @Nullable BigDecimal before) {

        static final Glance NOTHING = new Glance(List.of(), null, null);
    }

    /** All of these at a glance, by key. */
    Map<String, Glance> glances(Collection<String> keys) {
        var first = clock.instant().truncatedTo(ChronoUnit.HOURS).minus(Duration.ofHours(SPARK_HOURS - 1));
        return database.sql("select metric_key, hour, samples, total from admin_metric_hours where metric_key = any (?) and hour >= ?").param(keys.toArray(String[]::new))
            .param(Samples.time(first.minus(Duration.ofHours(SPARK_HOURS))))
            .query((row, number) -> new Hour(row.getString("metric_key"), Samples.instant(row, "hour"), row.getLong("samples"), row.getBigDecimal("total"))).list().stream()
            .collect(Collectors.groupingBy(Hour::key, Collectors.collectingAndThen(Collectors.toList(), hours -> glance(hours, first))));
    }

    private record Hour(String key, Instant at, long samples, BigDecimal total) {

        double average() {
            return total.doubleValue() / samples;
        }
    }

    private static Glance glance(List<Hour> hours, Instant first) {
        var averages = new @Nullable Double[SPARK_HOURS];
        var now = hours.stream().filter(hour -> !hour.at.isBefore(first)).toList();
        now.stream().filter(hour -> hour.at.isBefore(first.plus(Duration.ofHours(SPARK_HOURS))))
            .forEach(hour -> averages[(int) Duration.between(first, hour.at).toHours()] = hour.average());
        return new Glance(Arrays.asList(averages), average(now), average(hours.stream().filter(hour -> hour.at.isBefore(first)).toList()));
    }

    private static @Nullable BigDecimal average(List<Hour> hours) {
        return hours.isEmpty() ? null : hours.stream().map(Hour::total).reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(BigDecimal.valueOf(hours.stream().mapToLong(Hour::samples).sum()), MathContext.DECIMAL64);
    }
}
