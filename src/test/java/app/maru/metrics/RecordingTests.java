package app.maru.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.database.FreshDatabase;
import app.maru.metrics.Metric.Alert;
import app.maru.metrics.Metric.Kind;
import app.maru.publishing.Alarm;

/** A minute is recorded once, for all nodes together, and alerts are told once each. */
@SpringBootTest
@FreshDatabase("metrics")
@Import(Alarm.class)
@Tag("kernel")
class RecordingTests {

    @Autowired Recording recording;
    @Autowired Samples samples;
    @Autowired Definitions definitions;
    @Autowired Alarming alarming;
    @Autowired JdbcClient database;
    @Autowired TransactionTemplate transaction;
    @Autowired Alarm alarm;

    private Instant minute;

    @BeforeEach
    void anotherDay() {
        minute = database.sql("select coalesce(max(minute), '2026-06-01T00:00Z') from admin_metric_parts").query((row, number) -> row.getObject(1, OffsetDateTime.class))
            .single().toInstant().plus(Duration.ofDays(1));
        alarm.set(minute.plusSeconds(20));
    }

    @Test
    void whatNodesCountedIsPutTogetherBeforeAnythingIsMadeOfIt() {
        recording.layDown(UUID.randomUUID(), minute, part(600, 60, Map.of(168, 540L, 240, 60L), 100));
        recording.layDown(UUID.randomUUID(), minute, part(200, 20, Map.of(168, 200L), 300));
        recording.record();

        var values = at(minute);
        assertThat(values.get("delivery.requests")).as("600 and 200 in a minute each").isEqualByComparingTo("13.3333");
        assertThat(values.get("delivery.hits")).isEqualByComparingTo("90");
        assertThat(values.get("delivery.p99").doubleValue()).as("of the slow ones of one node").isGreaterThan(1000);
        assertThat(values.get("delivery.p50").doubleValue()).isLessThan(5);
        assertThat(values.get("system.heap")).as("of the fullest").isEqualByComparingTo("300");
        assertThat(values.get("system.nodes")).isEqualByComparingTo("2");
        assertThat(values).containsKeys("content.published", "desk.signins", "business.plans", "business.paid", "publishing.pending", "system.database");
    }

    @Test
    void aMinuteIsRecordedOnceAndWaitsForTheOtherNodes() {
        recording.layDown(UUID.randomUUID(), minute, part(60, 0, Map.of(168, 60L), 1));
        alarm.set(minute.plusSeconds(5));
        recording.record();
        assertThat(at(minute)).isEmpty();

        alarm.set(minute.plusSeconds(20));
        recording.record();
        recording.layDown(UUID.randomUUID(), minute, part(6000, 0, Map.of(168, 6000L), 1));
        recording.record();

        assertThat(at(minute).get("delivery.requests")).isEqualByComparingTo("1");
    }

    @Test
    void whatNobodyAskedForHasNoShareAndNoTime() {
        recording.layDown(UUID.randomUUID(), minute, part(0, 0, Map.of(), 1));
        recording.record();

        assertThat(at(minute)).containsKey("delivery.requests").doesNotContainKeys("delivery.hits", "delivery.p50", "publishing.latency");
    }

    @Test
    void anotherNodeThatIsAtItIsLeftToIt() {
        recording.layDown(UUID.randomUUID(), minute, part(60, 0, Map.of(168, 60L), 1));
        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(hashtext('metrics'))").query().singleRow();
            var other = Thread.ofVirtual().start(recording::record);
            join(other);
        });
        assertThat(at(minute)).isEmpty();
    }

    @Test
    void thisNodesOwnCountsAreLaidDownAsWhatCameSinceTheLastTime() {
        recording.layDown();
        alarm.advance(Duration.ofMinutes(1));
        recording.layDown();
        alarm.advance(Duration.ofMinutes(1));
        recording.record();

        assertThat(at(minute).get("system.heap")).isPositive();
        assertThat(at(minute.plus(Duration.ofMinutes(1))).get("system.threads")).isPositive();
    }

    @Test
    void revenueIsCountedByCurrencyAndByTheMonth() {
        database.sql("delete from profile_billing_plans").update();
        plan("KRW", "19900", "monthly");
        plan("KRW", "120000", "yearly");
        plan("USD", "9.50", "monthly");
        plan("USD", "500", "lifetime");
        recording.layDown(UUID.randomUUID(), minute, part(0, 0, Map.of(), 1));
        recording.record();

        assertThat(at(minute).get("business.mrr.krw")).isEqualByComparingTo("29900");
        assertThat(at(minute).get("business.mrr.usd")).isEqualByComparingTo("9.5");
        assertThat(definitions.at("business.mrr.usd").orElseThrow().label(Locale.KOREAN)).isEqualTo("월 반복 매출 (USD)");
    }

    @Test
    void anAlertBeginsOnceAndEndsOnceTheValueHasBeenCalm() {
        var metric = definitions.add(new Metric(UUID.randomUUID(), 0, "own." + UUID.randomUUID().toString().substring(0, 8), "Queue", "", "own", "", Kind.NUMBER, null, null,
            new Alert(new BigDecimal("10"), null, 30), false, false), null).orElseThrow();
        look();
        assertThat(alarming.raised(List.of(metric.id()))).as("nothing is missing of what never was").isEmpty();

        keep(metric, "11");
        look();
        look();
        assertThat(kinds(metric)).containsExactly("above");
        keep(metric, "10");
        look();
        alarm.advance(Duration.ofMinutes(4));
        keep(metric, "12");
        keep(metric, "9");
        look();
        assertThat(kinds(metric)).as("to and fro").containsExactly("above");
        alarm.advance(Alarming.CALM);
        look();
        assertThat(kinds(metric)).isEmpty();
        alarm.advance(Duration.ofMinutes(31));
        look();
        assertThat(kinds(metric)).containsExactly("missing");
        assertThat(database.sql("select count(*) from admin_metric_alerts where metric_id = ?").param(metric.id()).query(Integer.class).single()).isEqualTo(2);
    }

    private void look() {
        transaction.executeWithoutResult(status -> alarming.look());
    }

    private void keep(Metric metric, String number) {
        alarm.advance(Duration.ofSeconds(1));
        samples.keep(List.of(Sample.of(metric.key(), alarm.instant(), new BigDecimal(number))));
    }

    private List<String> kinds(Metric metric) {
        return alarming.raised(List.of(metric.id())).getOrDefault(metric.id(), List.of()).stream().map(raised -> raised.kind().key()).toList();
    }

    private void plan(String currency, String amount, String interval) {
        database.sql("""
                with person as (insert into profiles (email) values (gen_random_uuid() || '@maru.example') returning id)
                insert into profile_billing_plans (profile_id, currency_code, amount, interval) select id, :currency, :amount, :interval from person""")
            .param("currency", currency).param("amount", new BigDecimal(amount)).param("interval", interval).update();
    }

    private Map<String, BigDecimal> at(Instant when) {
        return database.sql("select metric_key, numeric_value from admin_system_metrics where recorded_at = ?").param(Samples.time(when))
            .query((row, number) -> Map.entry(row.getString(1), row.getBigDecimal(2))).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Part part(long requests, long reads, Map<Integer, Long> durations, double heap) {
        return new Part(60, requests, reads, 0, 0, durations, Map.of(), 1, heap, 5, 20);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
