package app.maru.histories;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Batch;
import app.maru.publishing.Schedule.Action;

/**
 * Draws a history. Each has a few types and some of the acts only, so that what it has meets often: what every history
 * does a little of, none does enough of.
 */
final class Draw {

    private static final int SLOTS = 3;
    private static final List<String> VISIBILITIES = List.of("public", "public", "legacy", "private");

    /** What there is to be drawn; the first is drawn always. */
    private enum Act { SAVE, PUBLISH, UNPUBLISH, ARCHIVE, RESTORE, DISCARD, REVERT, MOVE, PLAN, CANCEL, RETRY, BULK, UNDO, PASS, NODE }

    private final Random random;
    private final List<Kind> kinds;
    private final List<Act> acts;
    private final List<Step.Plan> planned = new ArrayList<>();
    private int changes;

    private Draw(Random random) {
        this.random = random;
        this.kinds = kinds();
        this.acts = acts();
    }

    static List<Step> history(long seed, int number) {
        var draw = new Draw(new Random(seed + number * 0x9E3779B97F4A7C15L));
        var steps = new ArrayList<Step>(draw.beginning());
        int length = 8 + draw.random.nextInt(18);
        while (steps.size() < length) {
            steps.add(draw.step());
        }
        return List.copyOf(steps);
    }

    private List<Kind> kinds() {
        var drawn = EnumSet.of(random.nextInt(4) == 0 ? Kind.STORY : any(List.of(Kind.values())));
        if (random.nextBoolean()) drawn.add(any(List.of(Kind.values())));
        if (drawn.contains(Kind.STORY)) drawn.add(Kind.CATEGORY);
        if (drawn.contains(Kind.CATEGORY) && random.nextBoolean()) drawn.add(Kind.STORY);
        return List.copyOf(drawn);
    }

    private List<Act> acts() {
        var all = new ArrayList<Act>();
        for (var act : Act.values()) {
            int weight = act == Act.SAVE ? 4 : act == Act.PUBLISH ? 3 : act == Act.UNDO ? 2 + random.nextInt(4) : random.nextInt(4);
            for (int i = 0; i < weight; i++) all.add(act);
        }
        return all;
    }

    /** Something to act on. */
    private List<Step> beginning() {
        var steps = new ArrayList<Step>();
        for (var kind : kinds) {
            int entries = 2 + random.nextInt(SLOTS - 1);
            for (int number = 1; number <= entries; number++) {
                var whole = new Change(++changes, true, true, number, null, null, kind.isInCategory() ? 1 + random.nextInt(2) : null, null);
                steps.add(new Step.Save(new Slot(kind, number), whole, 0));
                if (random.nextInt(3) > 0) steps.add(new Step.Publish(new Slot(kind, number), 0, List.of()));
            }
        }
        return steps;
    }

    private Step step() {
        var slot = slot();
        return switch (any(acts)) {
            case SAVE -> random.nextInt(6) == 0 ? new Step.Save(slot, change(null), 1 + random.nextInt(2)) : new Step.Save(slot, change(deal()), 0);
            case PUBLISH -> new Step.Publish(slot, seldom(), random.nextInt(4) == 0 ? List.of(slot()) : List.of());
            case UNPUBLISH -> new Step.Unpublish(slot, random.nextBoolean());
            case ARCHIVE -> new Step.Archive(slot, random.nextBoolean());
            case RESTORE -> new Step.Restore(slot);
            case DISCARD -> new Step.Discard(slot);
            case REVERT -> new Step.Revert(slot, random.nextInt(3));
            case MOVE -> new Step.Move(slot, random.nextInt(4) == 0 ? null : new Slot(slot.kind(), 1 + random.nextInt(SLOTS)));
            case PLAN -> plan(slot);
            case CANCEL -> planned.isEmpty() ? plan(slot) : new Step.Cancel(any(planned).slot(), any(planned).action());
            case RETRY -> planned.isEmpty() ? plan(slot) : new Step.Retry(any(planned).slot(), Action.PUBLISH);
            case BULK -> new Step.Bulk(any(List.of(Batch.Act.values())), slot.kind(), several(slot.kind()), random.nextBoolean());
            case UNDO -> new Step.Undo(seldom());
            case PASS -> new Step.Pass(any(List.of(1, 5, 15, 90)));
            case NODE -> random.nextInt(3) == 0 ? new Step.Restart() : new Step.CatchUp();
        };
    }

    private Step.Plan plan(Slot slot) {
        var plan = new Step.Plan(slot, random.nextInt(3) > 0 ? Action.PUBLISH : Action.UNPUBLISH, any(List.of(0, 1, 5, 5, 10, 60)), seldom());
        planned.add(plan);
        return plan;
    }

    /** How two who deal with the cards at once are merged is not told again here. */
    private Change change(Change.@Nullable Deal deal) {
        return new Change(++changes, words(6), words(3), slugs(), maybe(5, VISIBILITIES), maybe(6, List.of(true, true, false)),
            maybe(3, List.of(0, 1, 1, 2, 2, 3, Change.NOWHERE)), deal);
    }

    private Change.@Nullable Deal deal() {
        return maybe(2, List.of(Change.Deal.values()));
    }

    private @Nullable Boolean words(int oneOf) {
        return random.nextInt(oneOf) == 0 ? Boolean.valueOf(random.nextInt(5) > 0) : null;
    }

    private @Nullable Integer slugs() {
        return maybe(2, List.of(0, 1, 1, 1, 2, 2, 2, 3, 3, 3));
    }

    private <T> @Nullable T maybe(int oneOf, List<T> values) {
        return random.nextInt(oneOf) == 0 ? any(values) : null;
    }

    private int seldom() {
        return random.nextInt(4) == 0 ? 1 + random.nextInt(2) : 0;
    }

    private Slot slot() {
        return new Slot(any(kinds), 1 + random.nextInt(SLOTS));
    }

    private List<Slot> several(Kind kind) {
        return Stream.of(1, 2, 3).filter(number -> random.nextInt(4) > 0).map(number -> new Slot(kind, number)).toList();
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
