package app.maru.histories;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import app.maru.histories.Trial.Failure;

/** Finds the shortest history that still fails, by leaving steps out. */
final class Shrinking {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Function<List<Step>, @Nullable Failure> trial;

    Shrinking(Function<List<Step>, @Nullable Failure> trial) {
        this.trial = trial;
    }

    Failure shortest(Failure first) {
        var end = Instant.now().plus(PATIENCE);
        var shortest = first;
        var steps = upTo(first);
        for (int size = Math.max(1, steps.size() / 2); size > 0 && Instant.now().isBefore(end); ) {
            var shorter = shorter(steps, size, end);
            if (shorter != null) {
                shortest = shorter;
                steps = upTo(shorter);
            }
            size = shorter != null ? Math.min(size, Math.max(1, steps.size() / 2)) : size / 2;
        }
        return shortest;
    }

    /** What comes after the step that fails has no part in it. */
    private static List<Step> upTo(Failure failure) {
        return failure.steps().subList(0, Math.min(failure.step() + 1, failure.steps().size()));
    }

    private @Nullable Failure shorter(List<Step> steps, int size, Instant end) {
        for (int from = steps.size() - size; from > -size && Instant.now().isBefore(end); from -= size) {
            var fewer = new ArrayList<>(steps);
            fewer.subList(Math.max(0, from), Math.min(steps.size(), from + size)).clear();
            var failure = fewer.isEmpty() ? null : trial.apply(List.copyOf(fewer));
            if (failure != null) {
                return failure;
            }
        }
        return null;
    }
}
