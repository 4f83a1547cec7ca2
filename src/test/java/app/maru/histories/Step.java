package app.maru.histories;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Batch;
import app.maru.publishing.Schedule;

/**
 * One step of a history. It names slots and counts back from what is there, never what an earlier step led to: so any step
 * can be left out of a history, and what is left is a history still.
 */
sealed interface Step {

    /** A step about one entry; where there is none, nothing is done. */
    sealed interface OfOne extends Step {
        Slot slot();
    }

    /**
     * Makes or changes an entry.
     *
     * @param stale how many saves ago the form was opened
     */
    record Save(Slot slot, Change change, int stale) implements Step {
        @Override
        public String toString() {
            return "save " + slot + ": " + change + (stale == 0 ? "" : " (in a form opened " + stale + " saves ago)");
        }
    }

    /**
     * Publishes a revision, and others as last saved with it.
     *
     * @param back how many revisions before the working copy
     */
    record Publish(Slot slot, int back, List<Slot> with) implements OfOne {
        @Override
        public String toString() {
            return "publish " + slot + before(back) + (with.isEmpty() ? "" : " together with " + names(with));
        }
    }

    /** @param knowing whether the person knows who points to it */
    record Unpublish(Slot slot, boolean knowing) implements OfOne {
        @Override
        public String toString() {
            return "unpublish " + slot + (knowing ? " all the same" : "");
        }
    }

    /** @param knowing whether the person knows who points to it */
    record Archive(Slot slot, boolean knowing) implements OfOne {
        @Override
        public String toString() {
            return "archive " + slot + (knowing ? " all the same" : "");
        }
    }

    record Restore(Slot slot) implements OfOne {
        @Override
        public String toString() {
            return "restore " + slot;
        }
    }

    record Discard(Slot slot) implements OfOne {
        @Override
        public String toString() {
            return "discard changes of " + slot;
        }
    }

    /** @param back how many revisions before the newest */
    record Revert(Slot slot, int back) implements OfOne {
        @Override
        public String toString() {
            return "go back to the revision " + back + " before the newest of " + slot;
        }
    }

    /** @param after the one to stand behind; null to become the first */
    record Move(Slot slot, @Nullable Slot after) implements OfOne {
        @Override
        public String toString() {
            return "move " + slot + (after == null ? " before all" : " behind " + after);
        }
    }

    /** @param minutes from now; none is too late */
    record Plan(Slot slot, Schedule.Action action, int minutes, int back) implements OfOne {
        @Override
        public String toString() {
            return "schedule to " + action.key() + " " + slot + (action == Schedule.Action.PUBLISH ? before(back) : "") + " in " + minutes + " minutes";
        }
    }

    record Cancel(Slot slot, Schedule.Action action) implements OfOne {
        @Override
        public String toString() {
            return "cancel what is scheduled to " + action.key() + " " + slot;
        }
    }

    record Retry(Slot slot, Schedule.Action action) implements OfOne {
        @Override
        public String toString() {
            return "try once more to " + action.key() + " " + slot;
        }
    }

    /** @param knowing whether the person knows who points to them */
    record Bulk(Batch.Act act, Kind kind, List<Slot> slots, boolean knowing) implements Step {
        @Override
        public String toString() {
            return act.name().toLowerCase(Locale.ROOT) + " at once " + names(slots) + (knowing ? " all the same" : "");
        }
    }

    /** @param back how many that can be undone come after it */
    record Undo(int back) implements Step {
        @Override
        public String toString() {
            return back == 0 ? "undo" : "undo what was done " + back + " before the last";
        }
    }

    record Pass(int minutes) implements Step {
        @Override
        public String toString() {
            return minutes + " minutes pass";
        }
    }

    /** The other node hears of new editions. */
    record CatchUp() implements Step {
        @Override
        public String toString() {
            return "the other node catches up";
        }
    }

    /** The other node forgets all it has in memory. */
    record Restart() implements Step {
        @Override
        public String toString() {
            return "the other node starts anew";
        }
    }

    private static String before(int back) {
        return back == 0 ? "" : " as " + back + " revisions before the last";
    }

    private static String names(List<Slot> slots) {
        return slots.stream().map(Slot::toString).collect(Collectors.joining(", "));
    }
}
