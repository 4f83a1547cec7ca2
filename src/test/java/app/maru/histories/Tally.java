package app.maru.histories;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what was done and looked at, so that a run that proved nothing does not pass for one that did. */
final class Tally {

    private int histories;
    private int restarts;
    private long questions;
    private long editions;
    private final Map<String, int[]> acts = new TreeMap<>();

    void asked() {
        questions++;
    }

    void restarted() {
        restarts++;
    }

    void ended(Model model) {
        histories++;
        editions += model.moments.size() - 1;
    }

    void did(Step step, Answer answer) {
        if (answer != Answer.NONE) {
            acts.computeIfAbsent(name(step), any -> new int[2])[answer.isDone() ? 0 : 1]++;
        }
    }

    private static String name(Step step) {
        var name = step.getClass().getSimpleName().toLowerCase(Locale.ROOT);
        return step instanceof Step.Bulk bulk ? name + " " + bulk.act().key() : name;
    }

    int histories() {
        return histories;
    }

    /** Whether enough was done to prove anything: acts of every kind, some of them refused, and everything looked at after each. */
    boolean isEnough() {
        int done = acts.values().stream().mapToInt(counts -> counts[0]).sum();
        int refused = acts.values().stream().mapToInt(counts -> counts[1]).sum();
        return histories >= 5 && acts.size() >= 15 && done > histories * 5 && refused > histories / 2 && questions > 10L * (done + refused) && editions > histories;
    }

    @Override
    public String toString() {
        return "%d histories, %d restarts of the application, %d editions, %d questions asked%nacts done, and refused: %s".formatted(histories, restarts, editions, questions,
            acts.entrySet().stream().map(act -> act.getKey() + " " + act.getValue()[0] + "/" + act.getValue()[1]).collect(Collectors.joining(", ")));
    }
}
