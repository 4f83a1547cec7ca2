import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/** How long was waited for what, and what was asked of it. */
class Waits {

    private final Map<String, List<Long>> nanos = new LinkedHashMap<>();
    private final List<String> missed = new ArrayList<>();

    void time(String name, int count, Callable<Void> act) {
        time(name, count, () -> { }, act);
    }

    /** Times the act, and does not what goes before it. */
    void time(String name, int count, Runnable before, Callable<Void> act) {
        var waited = nanos.computeIfAbsent(name, first -> new ArrayList<>());
        for (int i = 0; i < count; i++) {
            before.run();
            waited.add(timed(act));
        }
    }

    void timeByFour(String name, int count, Callable<Void> act) {
        try (var clients = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Callable<Long>>();
            for (int i = 0; i < count; i++) all.add(() -> timed(act));
            var waited = new ArrayList<Long>();
            for (var answer : clients.invokeAll(all)) waited.add(answer.get());
            nanos.put(name, waited);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long timed(Callable<Void> act) {
        try {
            long begun = System.nanoTime();
            act.call();
            return System.nanoTime() - begun;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Prints the table; each ratio is to the last row above it, or its own, that is named as a reference. */
    void print(List<String> references) {
        System.out.printf("%n%-40s %6s %9s %9s %9s %8s%n", "", "n", "median", "p95", "p99", "ratio");
        double reference = 1;
        for (var name : nanos.keySet()) {
            if (references.contains(name)) {
                reference = median(name);
                System.out.println();
            }
            System.out.printf("%-40s %6d %6.2f ms %6.2f ms %6.2f ms %7.2f%n", name, nanos.get(name).size(), median(name), at(0.95, name), at(0.99, name),
                median(name) / reference);
        }
    }

    double median(String name) {
        return at(0.5, name);
    }

    /** What that share of the waits did not exceed, in milliseconds. */
    double at(double share, String name) {
        var sorted = nanos.get(name).stream().mapToLong(Long::longValue).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
    }

    void demand(String what, double value, double most) {
        if (value > most) missed.add("%s %.2f, not %s".formatted(what, value, most));
    }

    /** Asks of every page what a person may expect: 20 ms at the median, 50 ms at the 95th percentile. */
    void demandPages() {
        demand(name -> name.matches("(.* )?(list|search|search everywhere|editor)(,.*)?") && !name.endsWith("clients"), 20, 50);
    }

    /** Asks of each of them so many milliseconds at the median and at the 95th percentile. */
    void demand(Predicate<String> which, double median, double p95) {
        nanos.keySet().stream().filter(which).forEach(name -> {
            demand(name + " median", median(name), median);
            demand(name + " p95", at(0.95, name), p95);
        });
    }

    /** Says what was missed, and whether that is nothing though something was looked at. */
    boolean verdict(long checked) {
        System.out.printf("%n%d answers were timed, and each said what it should.%n", checked);
        System.out.println(missed.isEmpty() ? "Every target is reached." : "Missed: " + String.join("; ", missed));
        return missed.isEmpty() && checked > 0;
    }
}
