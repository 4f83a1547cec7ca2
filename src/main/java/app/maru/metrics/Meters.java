package app.maru.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import jakarta.annotation.PreDestroy;

import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

import app.maru.delivery.Durations;
import app.maru.delivery.Traffic;
import app.maru.sessions.Sessions;

/** What this node counts, as Micrometer has it. It is set up when it is first read, so that no start waits for it. */
@Component
class Meters {

    private final Traffic traffic;
    private final Durations publishing = new Durations();
    private final Sessions sessions;
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final SingletonSupplier<PrometheusMeterRegistry> registry = SingletonSupplier.of(this::prepared);

    Meters(Traffic traffic, Sessions sessions) {
        this.traffic = traffic;
        this.sessions = sessions;
    }

    PrometheusMeterRegistry registry() {
        return registry.obtain();
    }

    private PrometheusMeterRegistry prepared() {
        var meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        FunctionCounter.builder("maru.delivery.requests", traffic, Traffic::answered).description("Requests for published JSON that were answered").register(meters);
        FunctionCounter.builder("maru.delivery.reads", traffic, Traffic::read).description("Those of them that were not in memory").register(meters);
        FunctionCounter.builder("maru.delivery.unchanged", traffic, Traffic::unchanged).description("Those answered 304").register(meters);
        FunctionCounter.builder("maru.delivery.errors", traffic, Traffic::failed).description("Those answered 5xx").register(meters);
        quantile(meters, "maru.delivery.duration", traffic.durations(), 0.5);
        quantile(meters, "maru.delivery.duration", traffic.durations(), 0.99);
        FunctionCounter.builder("maru.publishing.editions", publishing, Durations::count).description("Editions committed by this node").register(meters);
        quantile(meters, "maru.publishing.duration", publishing, 0.5);
        Gauge.builder("maru.sessions", sessions, Sessions::count).description("Where people are signed in, at all nodes").register(meters);
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        new UptimeMetrics().bindTo(meters);
        collections.bindTo(meters);
        return meters;
    }

    private static void quantile(PrometheusMeterRegistry meters, String name, Durations durations, double part) {
        Gauge.builder(name, durations, all -> Durations.quantile(all.counts(), part)).tag("quantile", String.valueOf(part)).baseUnit("milliseconds")
            .description("How long it took, since this node started").register(meters);
    }

    Durations publishing() {
        return publishing;
    }

    Durations delivery() {
        return traffic.durations();
    }

    @PreDestroy
    void stop() {
        collections.close();
    }
}
