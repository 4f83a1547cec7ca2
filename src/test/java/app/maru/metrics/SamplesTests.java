package app.maru.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.FreshDatabase;
import app.maru.metrics.Metric.Alert;
import app.maru.metrics.Metric.Kind;
import app.maru.publishing.Alarm;

/** Values are kept once for each moment, add to their hour, and go when their time is over. */
@SpringBootTest
@FreshDatabase("metrics")
@Import(Alarm.class)
@Tag("kernel")
class SamplesTests {

    private static final Instant NOON = Instant.parse("2026-10-25T12:00:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Autowired Samples samples;
    @Autowired Definitions definitions;
    @Autowired Courses courses;
    @Autowired Retention retention;
    @Autowired JdbcClient database;
    @Autowired Alarm alarm;

    private Metric metric;

    @BeforeEach
    void aMetricAtNoon() {
        alarm.set(NOON);
        metric = definitions.add(new Metric(UUID.randomUUID(), 0, "own." + UUID.randomUUID().toString().substring(0, 8), "Orders", "주문", "sales", "", Kind.NUMBER,
            new BigDecimal("100"), null, Alert.NONE, false, false), null).orElseThrow();
    }

    @Test
    void aValueCarriesWhatOthersReadOfItAndItsTrend() {
        keep(minutes(0), "3");
        keep(minutes(1), "5.5");
        keep(minutes(2), "5.5");

        assertThat(database.sql("select label || '/' || category || '/' || target_value || '/' || coalesce(trend_direction, '-') from admin_system_metrics where metric_key = ? order by recorded_at")
            .param(metric.key()).query(String.class).list()).containsExactly("Orders/sales/100.000000/-", "Orders/sales/100.000000/up", "Orders/sales/100.000000/flat");
        assertThat(samples.latest(List.of(metric.key(), "unknown"))).containsOnlyKeys(metric.key())
            .hasEntrySatisfying(metric.key(), last -> assertThat(last.number()).isEqualByComparingTo("5.5"));
    }

    @Test
    void whatIsKeptTwiceIsThereOnceAndWhatContradictsChangesNothing() {
        keep(minutes(0), "3");

        assertThat(keep(minutes(0), "3.0").known()).hasSize(1);
        assertThat(keep(minutes(0), "4").contradicting()).hasSize(1);

        assertThat(hour()).isEqualTo("1 3.000000 3.000000 3.000000");
    }

    @Test
    void whereClocksAreHalfAnHourOffStepsBeginWithTheHoursThatAreKept() {
        var kolkata = ZoneId.of("Asia/Kolkata");
        keep(Instant.parse("2026-10-20T18:10:00Z"), "1"); // 23:40 there, in an hour that ends on the next day
        keep(Instant.parse("2026-10-20T19:00:00Z"), "3"); // 00:30
        keep(Instant.parse("2026-10-20T20:30:00Z"), "8"); // 02:00

        var hours = courses.series(metric, Range.between(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 10, 24), kolkata));
        assertThat(hours.points().stream().filter(point -> point.samples() > 0).map(point -> point.at().toLocalDateTime() + " " + point.average().intValue()))
            .containsExactly("2026-10-20T23:30 1", "2026-10-21T00:30 3", "2026-10-21T01:30 8");
        assertThat(hours.late()).isEmpty();
        var days = courses.series(metric, Range.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 24), kolkata));
        assertThat(days.points().stream().filter(point -> point.samples() > 0).map(point -> point.at().toLocalDate() + " " + point.samples())).containsExactly("2026-10-20 1", "2026-10-21 2");
        assertThat(days.late().orElseThrow().toLocalTime()).hasToString("00:30");
        assertThat(courses.series(metric, Range.between(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 24), BERLIN)).late()).isEmpty();
    }

    @Test
    void whatComesLateStandsInItsPlaceAndCountsInItsHour() {
        keep(minutes(10), "3");
        keep(minutes(2), "9");
        keep(minutes(5), "6");

        assertThat(samples.before(metric.key(), minutes(60), minutes(0), 10)).extracting(sample -> sample.number().intValue()).containsExactly(3, 6, 9);
        assertThat(samples.latest(List.of(metric.key())).get(metric.key()).number()).isEqualByComparingTo("3");
        assertThat(hour()).isEqualTo("3 18.000000 3.000000 9.000000");
    }

    @Test
    void aValueThatIsCorrectedOrTakenOutCountsNoMore() {
        keep(minutes(0), "3");
        keep(minutes(1), "300");

        samples.correct(Sample.of(metric.key(), minutes(1), new BigDecimal("5")));
        assertThat(hour()).isEqualTo("2 8.000000 3.000000 5.000000");
        samples.remove(metric.key(), minutes(1));
        assertThat(hour()).isEqualTo("1 3.000000 3.000000 3.000000");
    }

    @Test
    void anHourThatComesTwiceIsTwoHoursAndADayOfTwentyFiveHoursIsOneDay() {
        alarm.set(Instant.parse("2026-10-26T00:00:00Z"));
        keep(Instant.parse("2026-10-25T00:30:00Z"), "1");
        keep(Instant.parse("2026-10-25T01:30:00Z"), "3");
        keep(Instant.parse("2026-10-25T22:30:00Z"), "8");

        var day = courses.series(metric, Range.between(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 25), BERLIN));
        assertThat(day.points()).hasSize(50).filteredOn(point -> point.samples() > 0).extracting(point -> point.at().toString() + " " + point.average().intValue())
            .containsExactly("2026-10-25T02:30+02:00[Europe/Berlin] 1", "2026-10-25T02:30+01:00[Europe/Berlin] 3", "2026-10-25T23:30+01:00[Europe/Berlin] 8");
        assertThat(day.summary().orElseThrow().average()).isEqualByComparingTo("4");
        var month = courses.series(metric, Range.named("month", alarm.instant(), BERLIN));
        assertThat(month.points()).filteredOn(point -> point.samples() > 0).singleElement()
            .satisfies(point -> assertThat(point.at().toString() + " " + point.average().intValue()).isEqualTo("2026-10-25T00:00+02:00[Europe/Berlin] 4"));
    }

    @Test
    void samplesGoAfterAWeekAndHoursAfterAYearButTheLastValueStays() {
        keep(minutes(0), "3");
        keep(minutes(1), "4");
        alarm.advance(Duration.ofDays(6));
        keep(minutes(-1).plusSeconds(90), "5");
        retention.sweep(1000);
        assertThat(count("admin_system_metrics")).isEqualTo(3);

        alarm.advance(Duration.ofDays(1).plusHours(1));
        assertThat(retention.sweep(1000)).isTrue();
        assertThat(count("admin_system_metrics")).as("what came late is kept for a week as well, and the last").isEqualTo(2);
        assertThat(hour()).isEqualTo("3 12.000000 3.000000 5.000000");

        alarm.advance(Duration.ofDays(367));
        retention.sweep(1000);
        assertThat(count("admin_system_metrics")).isEqualTo(1);
        assertThat(count("admin_metric_hours")).isZero();
    }

    @Test
    void whatOneSweepDoesNotReachTheNextOnesDo() {
        keep(minutes(0), "3");
        keep(minutes(1), "4");
        database.sql("""
            insert into admin_system_metrics (metric_key, numeric_value, recorded_at, created_at)
            select key, 1, at, at from unnest(array['0.first', 'zz.last']) key, generate_series(timestamptz '2020-01-01', '2020-01-02', '1 day') at""").update();
        alarm.advance(Duration.ofDays(8));

        assertThat(IntStream.range(0, 1000).anyMatch(round -> retention.sweep(1))).as("it comes to an end").isTrue();
        assertThat(count("admin_system_metrics")).as("the last stays").isEqualTo(1);
        assertThat(database.sql("select metric_key from admin_system_metrics where metric_key in ('0.first', 'zz.last')").query(String.class).list())
            .containsExactlyInAnyOrder("0.first", "zz.last");
    }

    private Samples.Kept keep(Instant at, String number) {
        return samples.keep(List.of(Sample.of(metric.key(), at, new BigDecimal(number))));
    }

    private static Instant minutes(int minutes) {
        return NOON.plus(Duration.ofMinutes(minutes));
    }

    private String hour() {
        return database.sql("select samples || ' ' || total || ' ' || least || ' ' || most from admin_metric_hours where metric_key = ?").param(metric.key())
            .query(String.class).single();
    }

    private int count(String table) {
        return database.sql("select count(*) from " + table + " where metric_key = ?").param(metric.key()).query(Integer.class).single();
    }
}
