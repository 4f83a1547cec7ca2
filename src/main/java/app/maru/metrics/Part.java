package app.maru.metrics;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/**
 * What one node counted since it began, or in one minute: what several nodes counted is added before anything is made of it,
 * so that no node's figures stand for the whole.
 *
 * @param seconds how long it counted
 * @param delivery how many answers took how long, as {@link app.maru.delivery.Durations} has it
 * @param publishing the same of editions
 */
record Part(double seconds, long requests, long reads, long unchanged, long errors, Map<Integer, Long> delivery, Map<Integer, Long> publishing,
            double sessions, double heap, double cpu, double threads) {

    private static final double MEGABYTE = 1_000_000;

    /** What this node has counted until now. */
    static Part now(Meters meters) {
        var registry = meters.registry();
        return new Part(registry.get("process.uptime").timeGauge().value(TimeUnit.SECONDS), count(registry, "requests"), count(registry, "reads"),
            count(registry, "unchanged"), count(registry, "errors"), meters.delivery().counts(), meters.publishing().counts(), gauge(registry, "maru.sessions"),
            registry.get("jvm.memory.used").tag("area", "heap").gauges().stream().mapToDouble(Gauge::value).sum() / MEGABYTE,
            Math.max(0, gauge(registry, "process.cpu.usage")) * 100, gauge(registry, "jvm.threads.live"));
    }

    private static long count(MeterRegistry registry, String name) {
        return (long) registry.get("maru.delivery." + name).functionCounter().count();
    }

    private static double gauge(MeterRegistry registry, String name) {
        return registry.get(name).gauge().value();
    }

    /** What of it was counted since an earlier one. */
    Part since(Part earlier) {
        return new Part(seconds - earlier.seconds, requests - earlier.requests, reads - earlier.reads, unchanged - earlier.unchanged, errors - earlier.errors,
            difference(delivery, earlier.delivery), difference(publishing, earlier.publishing), sessions, heap, cpu, threads);
    }

    private static Map<Integer, Long> difference(Map<Integer, Long> now, Map<Integer, Long> earlier) {
        var difference = new TreeMap<Integer, Long>();
        now.forEach((place, count) -> {
            long more = count - earlier.getOrDefault(place, 0L);
            if (more > 0) {
                difference.put(place, more);
            }
        });
        return difference;
    }
}
