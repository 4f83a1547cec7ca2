package app.maru.delivery;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * How often something took how long, to an eighth of the time: every doubling is cut into eight, so that the counts of
 * several nodes can be added, and what half of them or nearly all stay below is known from the sum.
 */
public final class Durations {

    private static final int CUT = 8;
    private static final int CUT_BITS = 3;
    private static final int LONGEST = 36;

    private final LongAdder[] counts = Stream.generate(LongAdder::new).limit(LONGEST * CUT).toArray(LongAdder[]::new);

    /** Adds one that took so many nanoseconds. */
    public void add(long nanoseconds) {
        counts[place(nanoseconds)].increment();
    }

    static int place(long nanoseconds) {
        long positive = Math.max(nanoseconds, CUT);
        int doublings = Long.SIZE - 1 - Long.numberOfLeadingZeros(positive);
        return doublings >= LONGEST ? LONGEST * CUT - 1 : doublings * CUT + (int) (positive >>> doublings - CUT_BITS & CUT - 1);
    }

    /** How many there were. */
    public long count() {
        long sum = 0;
        for (var count : counts) {
            sum += count.sum();
        }
        return sum;
    }

    /** How many there were at each place that has any. */
    public Map<Integer, Long> counts() {
        var all = new TreeMap<Integer, Long>();
        for (int i = 0; i < counts.length; i++) {
            long count = counts[i].sum();
            if (count > 0) {
                all.put(i, count);
            }
        }
        return all;
    }

    /** Below how many milliseconds that part of them stayed, 0.5 for half; nought where there were none. */
    public static double quantile(Map<Integer, Long> counts, double part) {
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        long wanted = (long) Math.ceil(all * part);
        long seen = 0;
        for (var count : new TreeMap<>(counts).entrySet()) {
            seen += count.getValue();
            if (seen >= wanted && count.getValue() > 0) {
                return middle(count.getKey()) / 1_000_000.0;
            }
        }
        return 0;
    }

    private static double middle(int place) {
        int doublings = place / CUT;
        return (CUT + place % CUT + 0.5) * Math.scalb(1.0, doublings - CUT_BITS);
    }
}
