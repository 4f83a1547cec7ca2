package app.maru.metrics;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

import app.maru.delivery.Durations;

/**
 * What all nodes together did in a minute. Requests and errors are added; sessions each node knows all of; how long answers took is read from the
 * counts of all of them; memory, processor and threads are those of the node that has most to bear.
 */
final class Whole {

    private Whole() {}

    /** What is known of that minute; shares and times of nothing are not known. */
    static Map<Known, BigDecimal> of(List<Part> parts) {
        var whole = new EnumMap<Known, BigDecimal>(Known.class);
        long requests = sum(parts, Part::requests);
        put(whole, Known.DELIVERY_REQUESTS, parts.stream().mapToDouble(part -> part.requests() / Math.max(1, part.seconds())).sum());
        put(whole, Known.DELIVERY_ERRORS, sum(parts, Part::errors));
        if (requests > 0) {
            var durations = merged(parts, Part::delivery);
            put(whole, Known.DELIVERY_P50, Durations.quantile(durations, 0.5));
            put(whole, Known.DELIVERY_P99, Durations.quantile(durations, 0.99));
            put(whole, Known.DELIVERY_HITS, 100.0 * (requests - sum(parts, Part::reads)) / requests);
            put(whole, Known.DELIVERY_UNCHANGED, 100.0 * sum(parts, Part::unchanged) / requests);
        }
        var publishing = merged(parts, Part::publishing);
        if (!publishing.isEmpty()) {
            put(whole, Known.PUBLISHING_LATENCY, Durations.quantile(publishing, 0.5));
        }
        put(whole, Known.DESK_SESSIONS, most(parts, Part::sessions));
        put(whole, Known.SYSTEM_NODES, parts.size());
        put(whole, Known.SYSTEM_HEAP, most(parts, Part::heap));
        put(whole, Known.SYSTEM_CPU, most(parts, Part::cpu));
        put(whole, Known.SYSTEM_THREADS, most(parts, Part::threads));
        return whole;
    }

    private static void put(Map<Known, BigDecimal> whole, Known known, double value) {
        whole.put(known, new BigDecimal(value, new MathContext(6)));
    }

    private static long sum(List<Part> parts, ToLongFunction<Part> what) {
        return parts.stream().mapToLong(what).sum();
    }

    private static double most(List<Part> parts, ToDoubleFunction<Part> what) {
        return parts.stream().mapToDouble(what).max().orElse(0);
    }

    private static Map<Integer, Long> merged(List<Part> parts, Function<Part, Map<Integer, Long>> what) {
        var merged = new TreeMap<Integer, Long>();
        parts.forEach(part -> what.apply(part).forEach((place, count) -> merged.merge(place, count, Long::sum)));
        return merged;
    }
}
