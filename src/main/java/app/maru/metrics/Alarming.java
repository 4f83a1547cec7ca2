package app.maru.metrics;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import app.maru.metrics.MetricAlert.Kind;

/** Looks whether metrics are where they should be, and tells once when one no longer is and once when it is again. */
@Repository
class Alarming {

    /** How long a value must have been where it should be, before an alert is over: one that goes to and fro is one alert. */
    static final Duration CALM = Duration.ofMinutes(5);

    private final Definitions definitions;
    private final Samples samples;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Alarming(Definitions definitions, Samples samples, JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.definitions = definitions;
        this.samples = samples;
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    /** Something that goes on: since when, and what the value was when it began. */
    record Raised(UUID metric, Kind kind, Instant since, @Nullable BigDecimal value, BigDecimal bound) {}

    /** Looks at every metric for which somebody has set an alert. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void look() {
        var watched = definitions.withAlerts();
        var latest = samples.latest(watched.stream().map(Metric::key).toList());
        var raised = raised();
        for (var metric : watched) {
            for (var kind : Kind.values()) {
                judge(metric, kind, latest.get(metric.key()), raised.containsKey(new Place(metric.id(), kind)));
            }
        }
        var ids = watched.stream().map(Metric::id).collect(Collectors.toSet());
        raised.keySet().stream().filter(place -> !ids.contains(place.metric)).forEach(place -> end(place.metric, place.kind));
    }

    private record Place(UUID metric, Kind kind) {}

    private void judge(Metric metric, Kind kind, @Nullable Sample last, boolean known) {
        var bound = kind.bound(metric.alert());
        boolean wrong = bound != null && isWrong(kind, bound, last);
        if (wrong && !known) {
            raise(metric, kind, last, bound);
        } else if (!wrong && known && (bound == null || isCalm(metric, kind, bound))) {
            end(metric.id(), kind);
        }
    }

    /** Of a metric that never had a value nothing is missing yet. */
    private boolean isWrong(Kind kind, BigDecimal bound, @Nullable Sample last) {
        if (last == null) {
            return false;
        }
        return switch (kind) {
            case ABOVE -> last.number() != null && last.number().compareTo(bound) > 0;
            case BELOW -> last.number() != null && last.number().compareTo(bound) < 0;
            case MISSING -> last.at().isBefore(clock.instant().minus(Duration.ofMinutes(bound.longValue())));
        };
    }

    private boolean isCalm(Metric metric, Kind kind, BigDecimal bound) {
        return kind == Kind.MISSING || samples.outside(metric.key(), clock.instant().minus(CALM), kind == Kind.BELOW ? bound : null, kind == Kind.ABOVE ? bound : null) == 0;
    }

    private void raise(Metric metric, Kind kind, @Nullable Sample last, BigDecimal bound) {
        var now = clock.instant();
        database.sql("""
                insert into admin_metric_alerts (metric_id, kind, value, bound, raised_at) values (:metric, :kind, :value, :bound, :now)
                on conflict (metric_id, kind) where ended_at is null do nothing""")
            .param("metric", metric.id()).param("kind", kind.key()).param("value", last == null ? null : last.number(), Types.NUMERIC).param("bound", bound)
            .param("now", Samples.time(now)).update();
        events.publishEvent(new MetricAlert(metric, kind, true, last == null ? null : last.number(), bound, now));
    }

    private void end(UUID id, Kind kind) {
        database.sql("update admin_metric_alerts set ended_at = :now, updated_at = :now where metric_id = :metric and kind = :kind and ended_at is null")
            .param("metric", id).param("kind", kind.key()).param("now", Samples.time(clock.instant())).update();
        definitions.withIds(List.of(id)).forEach(metric -> events.publishEvent(new MetricAlert(metric, kind, false, null, BigDecimal.ZERO, clock.instant())));
    }

    private Map<Place, Raised> raised() {
        return read("ended_at is null").stream().collect(Collectors.toMap(one -> new Place(one.metric, one.kind), one -> one));
    }

    /** What goes on with each of these. */
    Map<UUID, List<Raised>> raised(Collection<UUID> metrics) {
        return read("ended_at is null").stream().filter(one -> metrics.contains(one.metric)).collect(Collectors.groupingBy(Raised::metric));
    }

    private List<Raised> read(String which) {
        return database.sql("select * from admin_metric_alerts where " + which)
            .query((row, number) -> new Raised(row.getObject("metric_id", UUID.class), Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                Samples.instant(row, "raised_at"), Definitions.plain(row.getBigDecimal("value")), Definitions.plain(row.getBigDecimal("bound")))).list();
    }
}
