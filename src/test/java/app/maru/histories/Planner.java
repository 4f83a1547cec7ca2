package app.maru.histories;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Schedule.Action;

/** What is to happen at a time, in the model. */
final class Planner {

    /** By then it may have passed. */
    private static final Set<String> MAY_PASS = Set.of("SlugLive", "RelatedUnpublished");

    private final Model model;
    private final Publisher publisher;

    Planner(Model model, Publisher publisher) {
        this.model = model;
        this.publisher = publisher;
    }

    Answer schedule(Piece piece, Action action, int revision, java.time.Instant at) {
        if (!at.isAfter(model.now)) {
            return Answer.refused(Set.of());
        }
        var reasons = reasons(piece, action, revision, at);
        if (!reasons.isEmpty()) {
            return Answer.refused(reasons);
        }
        var before = model.pending(piece).stream().filter(plan -> plan.action == action).findFirst().orElse(null);
        var state = model.state();
        end(piece, action);
        var plan = new Plan(piece, action, action == Action.PUBLISH ? revision : null, at);
        model.plans.add(plan);
        model.touched.add(piece);
        model.undoables.add(new Model.Undoable(() -> before == null ? cancel(plan) : again(before), state, model.whole()));
        return Answer.undoable("schedule.scheduled");
    }

    private Set<String> reasons(Piece piece, Action action, int revision, java.time.Instant at) {
        if (model.pending(piece).stream().anyMatch(plan -> plan.action != action && plan.at.equals(at))) {
            return Set.of("TimeTaken");
        }
        return action == Action.PUBLISH ? obstacles(piece, revision) : isLiveBy(piece, at) ? Set.of() : Set.of("NothingLive");
    }

    private Answer again(Plan before) {
        return schedule(before.piece, before.action, before.revision == null ? 0 : before.revision, before.at);
    }

    private Set<String> obstacles(Piece piece, int revision) {
        var reasons = publisher.refusals(List.of(new Publisher.Exact(piece, revision)), Set.of()).getOrDefault(piece, Set.of());
        var lasting = new HashSet<>(reasons);
        lasting.removeAll(MAY_PASS);
        return lasting.isEmpty() ? Set.of() : reasons;
    }

    private boolean isLiveBy(Piece piece, java.time.Instant at) {
        return piece.live != null || model.pending(piece).stream().anyMatch(plan -> plan.action == Action.PUBLISH && plan.at.isBefore(at));
    }

    private void end(Piece piece, Action action) {
        model.plans.stream().filter(plan -> plan.piece == piece && plan.action == action && (plan.isPending() || plan.state == Plan.State.FAILED))
            .forEach(plan -> plan.state = Plan.State.CANCELLED);
    }

    /** What of the entry can be cancelled: what is pending, else what has failed. */
    @Nullable Plan open(Piece piece, Action action) {
        return Stream.of(Plan.State.PENDING, Plan.State.FAILED).flatMap(state -> model.plans.stream()
            .filter(plan -> plan.piece == piece && plan.action == action && plan.state == state)).findFirst().orElse(null);
    }

    Answer cancel(Plan plan) {
        if (!plan.isPending() && plan.state != Plan.State.FAILED) {
            return Answer.done("schedule.too-late");
        }
        boolean failed = plan.state == Plan.State.FAILED;
        var state = model.state();
        plan.state = Plan.State.CANCELLED;
        model.touched.add(plan.piece);
        if (failed) {
            return Answer.done("schedule.dismissed");
        }
        model.undoables.add(new Model.Undoable(() -> again(plan), state, model.whole()));
        return Answer.undoable("schedule.cancelled");
    }

    Answer retry(Plan plan) {
        if (plan.state == Plan.State.FAILED) {
            plan.state = Plan.State.PENDING;
            plan.reasons = Set.of();
        }
        if (plan.isPending() && !plan.at.isAfter(model.now) && model.pending(plan.piece).getFirst() == plan) {
            fire(List.of(plan));
        }
        model.touched.add(plan.piece);
        return Answer.done(switch (plan.state) {
            case DONE -> plan.edition == null ? "editor.published.nothing" : "schedule.retried";
            case FAILED -> "schedule.failed-again";
            case PENDING -> "schedule.in-a-moment";
            case CANCELLED -> "schedule.too-late";
        });
    }

    /** Carries out what is due, second by second; of each entry what comes first. */
    void fireDue() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            var second = due.getFirst().at.truncatedTo(ChronoUnit.SECONDS);
            fire(due.stream().filter(plan -> plan.at.truncatedTo(ChronoUnit.SECONDS).equals(second)).toList());
        }
    }

    private List<Plan> due() {
        return model.pieces.values().stream().flatMap(piece -> model.pending(piece).stream().limit(1)).filter(plan -> !plan.at.isAfter(model.now))
            .sorted(Comparator.comparing((Plan plan) -> plan.at)).toList();
    }

    /** What is due in one second is one edition; what of it cannot be holds nothing else back. */
    private void fire(List<Plan> plans) {
        var before = new HashMap<Piece, @Nullable Integer>();
        plans.forEach(plan -> before.put(plan.piece, plan.piece.live));
        var exact = plans.stream().filter(plan -> plan.revision != null).map(plan -> new Publisher.Exact(plan.piece, plan.revision)).toList();
        var gone = plans.stream().filter(plan -> plan.revision == null && plan.piece.live != null).map(plan -> plan.piece).collect(Collectors.toSet());
        var left = new ArrayList<Publisher.Exact>();
        var refused = publisher.withoutRefused(exact, gone, left);
        long edition = publisher.publish(left, gone, true);
        for (var plan : plans) {
            model.touched.add(plan.piece);
            plan.reasons = refused.getOrDefault(plan.piece, Set.of());
            plan.state = plan.reasons.isEmpty() ? Plan.State.DONE : Plan.State.FAILED;
            boolean already = Objects.equals(before.get(plan.piece), plan.revision);
            plan.edition = already || !plan.reasons.isEmpty() ? null : (Long) edition;
        }
    }

    /** The entry is archived: what was to happen goes with it. */
    void archive(Piece piece) {
        model.plans.stream().filter(plan -> plan.piece == piece && (plan.isPending() || plan.state == Plan.State.FAILED)).forEach(plan -> {
            plan.archived = true;
            plan.state = Plan.State.CANCELLED;
        });
    }

    /** The entry is restored: what was to happen comes back, if its time is still ahead; whether that is all. */
    boolean restore(Piece piece) {
        var cancelled = model.plans.stream().filter(plan -> plan.piece == piece && plan.archived).toList();
        cancelled.forEach(plan -> {
            plan.archived = false;
            if (plan.state == Plan.State.CANCELLED && plan.at.isAfter(model.now)) {
                plan.state = Plan.State.PENDING;
            }
        });
        return cancelled.stream().noneMatch(plan -> plan.reasons.isEmpty() && plan.state == Plan.State.CANCELLED);
    }

    static final Duration MINUTE = Duration.ofMinutes(1);
}
