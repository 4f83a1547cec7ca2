package app.maru.metrics;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.metrics.Sample.Origin;

/** All values of all metrics, one for each moment. Each adds to its hour as it comes, in the same statement. */
@Repository
class Samples {

    private final JdbcClient database;
    private final Clock clock;

    Samples(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What became of values that were to be kept; those that were there already changed nothing. */
    record Kept(List<Sample> added, List<Sample> known, List<Sample> contradicting) {}

    /** Keeps values of metrics that exist, at most one for each moment. */
    @Transactional
    public Kept keep(Collection<Sample> samples) {
        var added = samples.isEmpty() ? List.<Place>of() : add(samples);
        var rest = samples.stream().filter(sample -> !added.contains(Place.of(sample))).toList();
        var there = at(rest);
        return new Kept(samples.stream().filter(sample -> added.contains(Place.of(sample))).toList(),
            rest.stream().filter(sample -> isSame(sample, there.get(Place.of(sample)))).toList(),
            rest.stream().filter(sample -> !isSame(sample, there.get(Place.of(sample)))).toList());
    }

    private record Place(String key, Instant at) {

        static Place of(Sample sample) {
            return new Place(sample.key(), sample.at());
        }
    }

    static boolean isSame(Sample one, @Nullable Sample other) {
        return other != null && (one.number() == null ? one.text() != null && one.text().equals(other.text())
            : other.number() != null && one.number().compareTo(other.number()) == 0);
    }

    private Set<Place> add(Collection<Sample> samples) {
        return Set.copyOf(posted("""
                with posted as (
                  select * from unnest(:keys, cast(:ats as timestamptz[]), cast(:numbers as numeric[]), :texts, :origins)
                    as posted (metric_key, recorded_at, numeric_value, text_value, origin)),
                added as (
                  insert into admin_system_metrics (metric_key, label, category, numeric_value, text_value, target_value, trend_direction, recorded_at, origin, created_at)
                  select metric_key, label, category, numeric_value, text_value, target_value,
                    case sign(numeric_value - coalesce(lag(numeric_value) over course, before.number)) when 1 then 'up' when -1 then 'down' when 0 then 'flat' end,
                    recorded_at, origin, :now
                  from posted join admin_metric_definitions using (metric_key)
                  left join lateral (select numeric_value as number from admin_system_metrics known
                    where known.metric_key = posted.metric_key and known.recorded_at < posted.recorded_at order by known.recorded_at desc limit 1) before on true
                  window course as (partition by metric_key order by recorded_at)
                  order by metric_key, recorded_at
                  on conflict (metric_key, recorded_at) do nothing returning metric_key, recorded_at, numeric_value),
                rolled as (
                  insert into admin_metric_hours (metric_key, hour, samples, total, least, most)
                  select metric_key, date_trunc('hour', recorded_at, 'UTC') as hour, count(*), sum(numeric_value), min(numeric_value), max(numeric_value)
                  from added where numeric_value is not null group by 1, 2 order by 1, 2
                  on conflict (metric_key, hour) do update set samples = admin_metric_hours.samples + excluded.samples,
                    total = admin_metric_hours.total + excluded.total, least = least(admin_metric_hours.least, excluded.least),
                    most = greatest(admin_metric_hours.most, excluded.most), updated_at = :now)
                select metric_key, recorded_at from added""", samples)
            .param("numbers", samples.stream().map(Sample::number).map(number -> number == null ? null : number.toPlainString()).toArray(String[]::new))
            .param("texts", samples.stream().map(Sample::text).toArray(String[]::new))
            .param("origins", samples.stream().map(sample -> name(sample.origin())).toArray(String[]::new)).param("now", time(clock.instant()))
            .query((row, number) -> new Place(row.getString(1), instant(row, "recorded_at"))).list());
    }

    private Map<Place, Sample> at(Collection<Sample> places) {
        return places.isEmpty() ? Map.of() : posted("""
                select known.* from unnest(:keys, cast(:ats as timestamptz[])) as posted (metric_key, recorded_at)
                join admin_system_metrics known using (metric_key, recorded_at)""", places)
            .query(Samples::read).list().stream().collect(Collectors.toMap(Place::of, Function.identity()));
    }

    private JdbcClient.StatementSpec posted(String statement, Collection<Sample> samples) {
        return database.sql(statement).param("keys", samples.stream().map(Sample::key).toArray(String[]::new))
            .param("ats", samples.stream().map(sample -> sample.at().toString()).toArray(String[]::new));
    }

    /** Puts one value in the place of another at the same moment. */
    @Transactional
    public void correct(Sample sample) {
        remove(sample.key(), sample.at());
        keep(List.of(sample));
    }

    /** Takes a value out again; its hour is what the others are, as far as they are still there. */
    @Transactional
    public boolean remove(String key, Instant at) {
        int removed = database.sql("delete from admin_system_metrics where metric_key = :key and recorded_at = :at").param("key", key).param("at", time(at)).update();
        if (removed > 0) {
            database.sql("delete from admin_metric_hours where metric_key = :key and hour = date_trunc('hour', cast(:at as timestamptz), 'UTC')")
                .param("key", key).param("at", time(at)).update();
            database.sql("""
                    insert into admin_metric_hours (metric_key, hour, samples, total, least, most)
                    select metric_key, date_trunc('hour', recorded_at, 'UTC'), count(*), sum(numeric_value), min(numeric_value), max(numeric_value) from admin_system_metrics
                    where metric_key = :key and recorded_at >= date_trunc('hour', cast(:at as timestamptz), 'UTC')
                      and recorded_at < date_trunc('hour', cast(:at as timestamptz), 'UTC') + interval '1 hour' and numeric_value is not null group by 1, 2""")
                .param("key", key).param("at", time(at)).update();
        }
        return removed > 0;
    }

    /** The value at that moment; null where there is none. */
    @Nullable Sample at(String key, Instant moment) {
        return database.sql("select * from admin_system_metrics where metric_key = ? and recorded_at = ?").param(key).param(time(moment)).query(Samples::read).optional().orElse(null);
    }

    /** The last value of each of these, by its key. */
    Map<String, Sample> latest(Collection<String> keys) {
        return database.sql("""
                select last.* from unnest(?) as wanted (metric_key), lateral (
                  select * from admin_system_metrics known where known.metric_key = wanted.metric_key order by recorded_at desc limit 1) last""")
            .param(keys.toArray(String[]::new)).query(Samples::read).list().stream().collect(Collectors.toMap(Sample::key, Function.identity()));
    }

    /** How many values since then are below the one or above the other; null is no bound. */
    long outside(String key, Instant since, @Nullable BigDecimal least, @Nullable BigDecimal most) {
        return database.sql("""
                select count(*) from admin_system_metrics where metric_key = :key and recorded_at > :since
                  and (numeric_value < cast(:least as numeric) or numeric_value > cast(:most as numeric))""")
            .param("key", key).param("since", time(since)).param("least", least, Types.NUMERIC).param("most", most, Types.NUMERIC).query(Long.class).single();
    }

    /** Values of a metric, newest first, before a moment. */
    List<Sample> before(String key, Instant end, Instant start, int most) {
        return database.sql("""
                select * from admin_system_metrics where metric_key = ? and recorded_at < ? and recorded_at >= ? order by recorded_at desc limit ?""")
            .param(key).param(time(end)).param(time(start)).param(most).query(Samples::read).list();
    }

    static Sample read(ResultSet row, int number) throws SQLException {
        return new Sample(row.getString("metric_key"), instant(row, "recorded_at"), Definitions.plain(row.getBigDecimal("numeric_value")), row.getString("text_value"),
            row.getString("trend_direction"), Origin.valueOf(row.getString("origin").toUpperCase(Locale.ROOT)));
    }

    private static String name(Origin origin) {
        return origin.name().toLowerCase(Locale.ROOT);
    }

    static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
