package app.maru.histories;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.maru.histories.House.Node;
import app.maru.publishing.Schedules;

/** Goes through histories in one house. */
final class Trial {

    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_SECOND = 3;

    private final House house;
    private final Tally tally;

    Trial(House house, Tally tally) {
        this.house = house;
        this.tally = tally;
    }

    /**
     * Where a history fails.
     *
     * @param step the number of the step after which the two differ
     */
    record Failure(List<Step> steps, int step, Mismatch mismatch) {

        String told() {
            var told = new StringBuilder();
            for (int i = 0; i <= Math.min(step, steps.size() - 1); i++) {
                told.append("%3d. %s%n".formatted(i + 1, steps.get(i)));
            }
            return told + "Then they differ: " + mismatch.getMessage();
        }
    }

    /** The first difference; null when there is none. */
    @Nullable Failure run(List<Step> steps) {
        var telling = telling(steps);
        int step = 0;
        try {
            for (; step < steps.size(); step++) {
                telling.go(steps.get(step), step);
            }
            telling.end();
            tally.ended(telling.model);
            return null;
        } catch (Mismatch mismatch) {
            return new Failure(steps, step, mismatch);
        }
    }

    private Telling telling(List<Step> steps) {
        try {
            return begun(steps);
        } catch (Mismatch leftByAFailure) {
            house.startAnew();
            return begun(steps);
        }
    }

    private Telling begun(List<Step> steps) {
        var morning = house.emptied();
        var telling = new Telling(new Model(house.nextName(), house.edition(), morning), steps);
        telling.begin();
        return telling;
    }

    /** One history on its way. It ends with everything taken from visitors, so that the next begins with an empty site. */
    private final class Telling {

        private final Model model;
        private final Set<Kind> kinds;
        private final Doing doing;
        private final SiteLook site;
        private final DeskLook desk;
        private final Random random;

        Telling(Model model, List<Step> steps) {
            this.model = model;
            this.kinds = kinds(steps);
            this.doing = new Doing(house, model);
            this.site = new SiteLook(house, model, tally);
            this.desk = new DeskLook(house, model, tally);
            this.random = new Random(steps.hashCode());
        }

        private Set<Kind> kinds(List<Step> steps) {
            return steps.stream().flatMap(step -> switch (step) {
                case Step.Save save -> java.util.stream.Stream.of(save.slot().kind());
                default -> java.util.stream.Stream.of();
            }).collect(Collectors.toCollection(java.util.TreeSet::new));
        }

        void begin() {
            for (var kind : Kind.values()) {
                site.now(Node.FIRST, kind);
            }
        }

        void go(Step step, int number) {
            model.touched.clear();
            doing.pass(BETWEEN);
            tally.did(step, doing.act(step));
            doing.name(house.the(Schedules.class));
            model.place(house::order);
            look(number);
        }

        private void look(int number) {
            kinds.forEach(kind -> {
                desk.list(kind);
                site.now(Node.FIRST, kind);
            });
            model.touched.forEach(desk::entry);
            desk.editions();
            site.editions(Node.FIRST);
            if (kinds.contains(Kind.NEWS)) {
                desk.announcements();
            }
            if (number % STEPS_BETWEEN_LOOKS_AT_THE_SECOND == 0) {
                kinds.forEach(kind -> site.now(Node.SECOND, kind));
                past(model.moments.get(random.nextInt(model.moments.size())).number());
            }
        }

        private void past(long edition) {
            if (edition > 0) {
                kinds.forEach(kind -> site.past(random.nextBoolean() ? Node.FIRST : Node.SECOND, kind, edition));
            }
        }

        /** Looks at everything once more, and at every edition of the past. */
        void end() {
            model.pieces.values().forEach(desk::entry);
            List.copyOf(model.moments).forEach(moment -> past(moment.number()));
            clear();
        }

        private void clear() {
            for (var kind : kinds) {
                var slots = model.pieces.keySet().stream().filter(slot -> slot.kind() == kind).toList();
                doing.act(new Step.Bulk(app.maru.publishing.Batch.Act.UNPUBLISH, kind, slots, true));
                site.now(Node.FIRST, kind);
            }
        }
    }
}
