package app.maru.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Records each minute once, however many nodes there are: each lays down what it counted, and the first that comes a little
 * later puts all parts together, asks the tables, and keeps the values.
 */
@Repository
class Recording {

    /** How long a minute waits for the parts of all nodes. */
    static final Duration GRACE = Duration.ofSeconds(10);

    private final Meters meters;
    private final Samples samples;
    private final KnownMetrics known;
    private final Tables tables;
    private final Alarming alarming;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;
    private final UUID node = UUID.randomUUID();
    private @Nullable Part before;

    Recording(Meters meters, Samples samples, KnownMetrics known, Tables tables, Alarming alarming, JdbcClient database, TransactionTemplate transaction,
              JsonMapper json, Clock clock) {
        this.meters = meters;
        this.samples = samples;
        this.known = known;
        this.tables = tables;
        this.alarming = alarming;
        this.database = database;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** Lays down what this node has counted since the last time, as the part of the minute that has just ended. */
    void layDown() {
        var now = Part.now(meters);
        var part = before == null ? now : now.since(before);
        before = now;
        layDown(node, clock.instant().truncatedTo(ChronoUnit.MINUTES), part);
    }

    void layDown(UUID of, Instant minute, Part part) {
        database.sql("insert into admin_metric_parts (minute, node, part) values (?, ?, ?::jsonb) on conflict (minute, node) do nothing")
            .param(Samples.time(minute)).param(of).param(json.writeValueAsString(part)).update();
    }

    /** Records the minutes of which all parts should be there, unless another node is at it. */
    void record() {
        transaction.executeWithoutResult(status -> {
            if (isAlone()) {
                waiting().stream().collect(Collectors.groupingBy(Waiting::minute, Collectors.mapping(Waiting::part, Collectors.toList()))).forEach(this::keep);
                alarming.look();
            }
        });
    }

    private boolean isAlone() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('metrics'))").query(Boolean.class).single();
    }

    private record Waiting(Instant minute, Part part) {}

    private List<Waiting> waiting() {
        return database.sql("update admin_metric_parts set recorded = true, updated_at = now() where not recorded and minute <= ? returning minute, part")
            .param(Samples.time(clock.instant().minus(GRACE)))
            .query((row, number) -> new Waiting(Samples.instant(row, "minute"), json.readValue(row.getString("part"), Part.class))).list();
    }

    private void keep(Instant minute, List<Part> parts) {
        var all = new ArrayList<Sample>();
        Whole.of(parts).forEach((metric, value) -> all.add(Sample.of(metric.key(), minute, value)));
        tables.counts().forEach((metric, value) -> all.add(Sample.of(metric.key(), minute, value)));
        var revenue = tables.revenue();
        known.defineRevenue(revenue.keySet());
        revenue.forEach((currency, value) -> all.add(Sample.of(KnownMetrics.revenue(currency), minute, value)));
        samples.keep(all);
    }
}
