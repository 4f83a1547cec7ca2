package app.maru.metrics;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditLog;

/** What admins do with metrics, and the word of it in the log, both or neither. */
@Component
class MetricActs {

    private final Definitions definitions;
    private final Samples samples;
    private final AuditLog log;

    MetricActs(Definitions definitions, Samples samples, AuditLog log) {
        this.definitions = definitions;
        this.samples = samples;
        this.log = log;
    }

    /** Adds one; empty when there is one of that key. */
    @Transactional
    public Optional<Metric> add(Metric metric, UUID by) {
        var added = definitions.add(metric, by);
        added.ifPresent(one -> log.write(act("metric_added", one).changing(Map.of(), said(one))));
        return added;
    }

    /** Has it say something else, unless somebody was quicker. */
    @Transactional
    public boolean save(Metric before, Metric metric) {
        boolean saved = definitions.save(metric);
        if (saved) {
            log.write(act("metric_changed", metric).changing(said(before), said(metric)));
        }
        return saved;
    }

    /** Puts one away, or back. */
    @Transactional
    public boolean archive(Metric metric, boolean away) {
        boolean done = definitions.archive(metric.key(), away);
        if (done) {
            log.write(act(away ? "metric_archived" : "metric_restored", metric));
        }
        return done;
    }

    /** Takes a value in the place of one that stands at the same moment. */
    @Transactional
    public void enter(Metric metric, Sample sample) {
        var before = samples.at(metric.key(), sample.at());
        samples.correct(sample);
        log.write(act("metric_value_entered", metric).changing(said(before), said(sample)));
    }

    /** Takes a value out again. */
    @Transactional
    public boolean remove(Metric metric, Instant at) {
        var before = samples.at(metric.key(), at);
        boolean removed = samples.remove(metric.key(), at);
        if (removed) {
            log.write(act("metric_value_removed", metric).changing(said(before), Map.of()));
        }
        return removed;
    }

    private static Act act(String name, Metric metric) {
        return Act.of(name, "metrics", metric.id(), metric.label());
    }

    private static Map<String, @Nullable Object> said(Metric metric) {
        var said = new HashMap<String, @Nullable Object>(Map.of("label", metric.label(), "labelKo", metric.labelKo(), "category", metric.category(), "unit", metric.unit(),
            "kind", metric.kind().key()));
        said.put("target", Definitions.plain(metric.target()));
        said.put("good", metric.good() == null ? null : metric.good().key());
        said.put("above", Definitions.plain(metric.alert().above()));
        said.put("below", Definitions.plain(metric.alert().below()));
        said.put("missing", metric.alert().missingMinutes());
        return said;
    }

    private static Map<String, @Nullable Object> said(@Nullable Sample sample) {
        var said = new HashMap<String, @Nullable Object>();
        if (sample != null) {
            said.put("value", sample.number() == null ? sample.text() : sample.number().toPlainString());
            said.put("at", sample.at());
        }
        return said;
    }
}
