package app.maru.histories;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import org.springframework.http.HttpMethod;

import app.maru.content.PostedForm;
import app.maru.publishing.Batch;
import app.maru.publishing.Batches;
import app.maru.publishing.Editions;
import app.maru.publishing.Publishing.Refusal;
import app.maru.publishing.Schedules;

/** Does each step to both, the house and the model, and holds the two answers against each other. */
final class Doing {

    private final House house;
    private final Hands hands;
    private final Model model;
    private final Acts acts;
    private final Planner planner;
    private final Bulk bulk;

    Doing(House house, Model model) {
        this.house = house;
        this.model = model;
        this.hands = new Hands(house);
        var publisher = new Publisher(model);
        this.planner = new Planner(model, publisher);
        this.acts = new Acts(model, publisher, planner);
        this.bulk = new Bulk(model, publisher, acts);
    }

    /** Lets it be later, and what is due happen. */
    void pass(java.time.Duration time) {
        model.pass(time);
        house.set(model.now);
        planner.fireDue();
    }

    Answer act(Step step) {
        if (step instanceof Step.OfOne one && model.at(one.slot()) == null) {
            return Answer.NONE;
        }
        return switch (step) {
            case Step.Save save -> save(save);
            case Step.OfOne one -> act(one, Objects.requireNonNull(model.at(one.slot())));
            case Step.Bulk many -> bulk(many);
            case Step.Undo undo -> undo(undo);
            case Step.Pass pass -> {
                pass(Planner.MINUTE.multipliedBy(pass.minutes()));
                yield Answer.done("");
            }
            case Step.CatchUp catchUp -> {
                house.secondCatchesUp();
                yield Answer.done("");
            }
            case Step.Restart restart -> {
                house.secondStartsAnew();
                yield Answer.done("");
            }
        };
    }

    private Answer act(Step.OfOne step, Piece piece) {
        return switch (step) {
            case Step.Publish publish -> publish(publish, piece);
            case Step.Unpublish unpublish -> both(acts.unpublish(piece, unpublish.knowing()), DELETE, piece, "/publication", knowing(unpublish.knowing()));
            case Step.Archive archive -> both(acts.archive(piece, archive.knowing()), PUT, piece, "/archive", knowing(archive.knowing()));
            case Step.Restore restore -> both(acts.restore(piece, null), DELETE, piece, "/archive", new PostedForm());
            case Step.Discard discard -> both(acts.discard(piece), DELETE, piece, "/changes", new PostedForm());
            case Step.Revert revert -> {
                int number = Math.max(1, piece.revisions.size() - revert.back());
                yield both(acts.revert(piece, number), POST, piece, "/restorations", PostedForm.with("number", Integer.toString(number)));
            }
            case Step.Move move -> move(move, piece);
            case Step.Plan plan -> plan(plan, piece);
            case Step.Cancel cancel -> ofPlan(planner.open(piece, cancel.action()), DELETE, "/schedule");
            case Step.Retry retry -> ofPlan(planner.open(piece, retry.action()), POST, "/schedule/attempts");
        };
    }

    private static PostedForm knowing(boolean knowing) {
        return knowing ? PostedForm.with("_knowing", "true") : new PostedForm();
    }

    private Answer both(Answer expected, HttpMethod method, Piece piece, String noun, PostedForm form) {
        return agreed(expected, hands.send(method, piece.slot.address(model.history) + noun, form));
    }

    private static Answer agreed(Answer expected, Answer found) {
        Mismatch.unlessSame("the answer", expected, found);
        return found;
    }

    private Answer save(Step.Save step) {
        var slot = step.slot();
        var piece = model.at(slot);
        if (piece == null) {
            var form = step.change().form(Text.BLANK, slot.kind(), model.history).and("_entry", slot.id(model.history).toString());
            return agreed(acts.save(slot, step.change(), 0), hands.send(POST, "/" + slot.kind().path, form));
        }
        int version = piece.version() - Math.min(step.stale(), piece.version());
        int base = piece.opened.get(version);
        var form = step.change().form(piece.text(base), slot.kind(), model.history).and("_version", Integer.toString(version)).and("_base", Integer.toString(base));
        return both(acts.save(slot, step.change(), step.stale()), PUT, piece, "", form);
    }

    private Answer publish(Step.Publish step, Piece piece) {
        var with = step.with().stream().map(model::at).filter(Objects::nonNull).toList();
        var form = PostedForm.with("_revision", Integer.toString(Math.max(1, piece.head - step.back()))).and("_acknowledged", "true");
        with.stream().filter(other -> other != piece).forEach(other -> form.and("_with", other.id.toString()));
        return both(acts.publish(piece, step.back(), with), PUT, piece, "/publication", form);
    }

    private Answer move(Step.Move step, Piece piece) {
        var after = step.after() == null ? null : model.at(step.after());
        if (step.after() != null && after == null) {
            return Answer.NONE;
        }
        return observed(() -> hands.send(PUT, piece.slot.address(model.history) + "/order", PostedForm.with("after", after == null ? "" : after.id.toString())),
            () -> acts.move(piece, after == null ? null : after.id));
    }

    /** The house first: whom a move asks to step aside is not the model's business. */
    private Answer observed(java.util.function.Supplier<Answer> ofHouse, java.util.function.Supplier<Answer> ofModel) {
        long before = house.edition();
        var found = ofHouse.get();
        model.aside = List.of();
        if (house.edition() > before) {
            var edition = house.the(Editions.class).edition(before + 1);
            model.aside = edition.action().key().equals("move") ? edition.changes().stream().map(change -> change.entry()).toList() : List.of();
        }
        return agreed(ofModel.get(), found);
    }

    private Answer plan(Step.Plan step, Piece piece) {
        var at = model.now.truncatedTo(ChronoUnit.MINUTES).plus(Planner.MINUTE.multipliedBy(step.minutes()));
        int revision = Math.max(1, piece.head - step.back());
        var form = PostedForm.with("_action", step.action().key()).and("_at", LocalDateTime.ofInstant(at, ZoneOffset.UTC).toString()).and("_zone", "UTC")
            .and("_revision", Integer.toString(revision));
        return both(planner.schedule(piece, step.action(), revision, at), PUT, piece, "/schedule", form);
    }

    private Answer ofPlan(@org.jspecify.annotations.Nullable Plan plan, HttpMethod method, String noun) {
        if (plan == null) {
            return Answer.NONE;
        }
        var form = PostedForm.with("_schedule", Objects.requireNonNull(plan.id).toString());
        return both(method == DELETE ? planner.cancel(plan) : planner.retry(plan), method, plan.piece, noun, form);
    }

    /** Learns what the house calls what is scheduled. */
    void name(Schedules schedules) {
        model.touched.forEach(piece -> schedules.pending(piece.id).forEach(found -> model.pending(piece).stream()
            .filter(plan -> plan.id == null && plan.action == found.action()).forEach(plan -> plan.id = found.id())));
    }

    private Answer undo(Step.Undo step) {
        Mismatch.unlessSame("how much can be undone", model.undoables.size(), hands.undoable());
        int place = model.undoables.size() - 1 - step.back();
        if (place < 0) {
            return Answer.NONE;
        }
        var undoable = model.undoables.remove(place);
        boolean untouched = model.whole().equals(undoable.after());
        var answer = observed(() -> hands.undo(step.back()), undoable.undo());
        if (untouched && isWhole(answer)) {
            Mismatch.unlessSame("what undoing brings back", undoable.before(), model.state());
        }
        return answer;
    }

    /** Whether it says that all of it is as it was. */
    private static boolean isWhole(Answer answer) {
        return answer.isDone() && !answer.news().contains("partly") && !answer.news().contains("refused") && !answer.news().contains("not-published")
            && !answer.news().contains("late");
    }

    private Answer bulk(Step.Bulk step) {
        var pieces = step.slots().stream().map(model::at).filter(Objects::nonNull).toList();
        var form = PostedForm.with("_acknowledged", "true");
        pieces.forEach(piece -> form.and("_entry", piece.id.toString()));
        if (step.knowing()) {
            form.and("_knowing", "true");
        }
        boolean publications = step.act() == Batch.Act.PUBLISH || step.act() == Batch.Act.UNPUBLISH;
        boolean puts = step.act() == Batch.Act.PUBLISH || step.act() == Batch.Act.ARCHIVE;
        var outcomes = new ArrayList<Bulk.Outcome>();
        var answer = agreed(bulk.act(step.act(), pieces, step.knowing(), outcomes),
            hands.send(puts ? PUT : DELETE, "/" + step.kind().path + (publications ? "/publications" : "/archives"), form));
        var batch = hands.batch();
        if (batch != null) {
            var found = house.the(Batches.class).batch(house.type(step.kind()), batch).outcomes();
            Mismatch.unlessSame("what became of each", outcomes.toString(), found.stream().map(this::outcome).toList().toString());
        }
        return answer;
    }

    private Bulk.Outcome outcome(Batch.Outcome found) {
        return new Bulk.Outcome(Objects.requireNonNull(model.piece(found.entry())), found.before(), found.after(), found.held() ? Bulk.HELD : reasons(found.refusal()), found.done());
    }

    private static Set<String> reasons(@org.jspecify.annotations.Nullable Refusal refusal) {
        return refusal == null ? Set.of() : Reasons.of(refusal.problems());
    }
}
