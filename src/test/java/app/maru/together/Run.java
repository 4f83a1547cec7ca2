package app.maru.together;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** How far a run is: what was done, what was looked at, and what should not have been. */
final class Run {

    private static final int MOST_FAULTS = 20;

    private final Settings settings;
    private final Instant begun = Instant.now();
    private final Map<String, Integer> acts = new TreeMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private int steps;
    private long checks;

    Run(Settings settings) {
        this.settings = settings;
    }

    boolean goesOn() {
        return faults.isEmpty() && steps() < settings.steps()
            && (steps() < settings.fewest() || Instant.now().isBefore(begun.plus(settings.time())));
    }

    /** One request of somebody's, and what came of it. */
    synchronized void did(String act, String result) {
        steps++;
        count(act + " " + result);
    }

    void count(String what) {
        count(what, 1);
    }

    synchronized void count(String what, int times) {
        if (times > 0) {
            acts.merge(what, times, Integer::sum);
        }
    }

    synchronized void check(boolean holds, String otherwise) {
        checks++;
        if (!holds) {
            fault(otherwise);
        }
    }

    synchronized void checked(long more) {
        checks += more;
    }

    void fault(String sentence) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(sentence);
        }
    }

    List<String> faults() {
        return faults;
    }

    synchronized int steps() {
        return steps;
    }

    private synchronized int times(String what) {
        return acts.entrySet().stream().filter(act -> act.getKey().startsWith(what)).mapToInt(Map.Entry::getValue).sum();
    }

    /** Whether enough was done to prove anything: of everything some, and some of it cut off. */
    boolean isEnough() {
        return times("keep done") > steps / 20 && times("save done") > steps / 50 && checks > steps
            && List.of("save conflict", "merged", "publish done", "schedule done", "fired", "edition", "resumed", "cut off", "keep busy", "save busy", "keep hung up", "save hung up")
                .stream().allMatch(act -> times(act) > 0);
    }

    @Override
    public synchronized String toString() {
        return "%d steps, %d checks%n%s".formatted(steps, checks,
            acts.entrySet().stream().map(act -> act.getKey() + " " + act.getValue()).collect(Collectors.joining(", ")));
    }
}
