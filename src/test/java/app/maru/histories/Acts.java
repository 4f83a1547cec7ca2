package app.maru.histories;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.maru.histories.Model.Undoable;
import app.maru.histories.Piece.Revision;
import app.maru.histories.Publisher.Exact;

/** What people do to single entries, done to the model. */
final class Acts {

    private final Model model;
    private final Publisher publisher;
    private final Planner planner;

    Acts(Model model, Publisher publisher, Planner planner) {
        this.model = model;
        this.publisher = publisher;
        this.planner = planner;
    }

    Answer save(Slot slot, Change change, int stale) {
        var piece = model.at(slot);
        return piece == null ? create(slot, change) : save(piece, change, Math.min(stale, piece.version()));
    }

    private Answer create(Slot slot, Change change) {
        var piece = new Piece(slot, slot.id(model.history));
        var text = change.applied(Text.BLANK, slot.kind(), model.history);
        var reasons = reasons(piece, text, change);
        if (!reasons.isEmpty()) {
            return Answer.refused(reasons);
        }
        piece.saved(new Revision(text, model.now, null));
        model.pieces.put(slot, piece);
        model.order(slot.kind()).add(piece.id);
        model.touched.add(piece);
        return Answer.done("editor.saved");
    }

    private Answer save(Piece piece, Change change, int stale) {
        var base = piece.text(piece.opened.get(piece.version() - stale));
        var mine = change.applied(base, piece.kind(), model.history);
        var pointless = pointless(piece, mine);
        if (!pointless.isEmpty()) {
            return Answer.refused(pointless);
        }
        var theirs = piece.text();
        var changedByMe = base.differences(mine);
        var changedByThem = stale == 0 ? Set.<String>of() : base.differences(theirs);
        if (changedByMe.stream().anyMatch(name -> changedByThem.contains(name) && mine.differences(theirs).contains(name))) {
            return Answer.asked();
        }
        return store(piece, theirs.with(changedByMe, mine), changedByThem.stream().anyMatch(name -> !changedByMe.contains(name)));
    }

    private Answer store(Piece piece, Text text, boolean merged) {
        if (text.equals(piece.text())) {
            return Answer.done(merged ? "editor.saved.merged" : "editor.saved.nothing");
        }
        if (isTaken(piece, text)) {
            return Answer.refused(Set.of("SlugTaken"));
        }
        model.touched.add(piece);
        piece.saved(new Revision(text, model.now, null));
        return Answer.done(merged ? "editor.saved.merged" : "editor.saved");
    }

    private Set<String> reasons(Piece piece, Text text, Change change) {
        var reasons = new TreeSet<>(pointless(piece, text));
        if (reasons.isEmpty() && isTaken(piece, text)) {
            reasons.add("SlugTaken");
        }
        return reasons;
    }

    private Set<String> pointless(Piece piece, Text text) {
        return text.category() != null && model.piece(text.category()) == null ? Set.of("RelatedMissing") : Set.of();
    }

    private boolean isTaken(Piece piece, Text text) {
        return text.slug() != null && model.pieces.values().stream()
            .anyMatch(other -> other != piece && other.kind() == piece.kind() && text.slug().equals(other.text().slug()));
    }

    Answer publish(Piece piece, int back, List<Piece> with) {
        var together = new ArrayList<>(List.of(new Exact(piece, Math.max(1, piece.head - back))));
        with.stream().filter(other -> other != piece).distinct().forEach(other -> together.add(new Exact(other, other.head)));
        return publish(together);
    }

    private Answer publish(List<Exact> together) {
        var refusals = publisher.refusals(together, Set.of());
        if (!refusals.isEmpty()) {
            var reasons = new TreeSet<>(refusals.getOrDefault(together.getFirst().piece(), Set.of()));
            if (refusals.keySet().stream().anyMatch(refused -> refused != together.getFirst().piece())) {
                reasons.add("other-entry");
            }
            return Answer.refused(reasons);
        }
        return Answer.done(publisher.publish(together, Set.of(), false) == 0 ? "editor.published.nothing" : "editor.published");
    }

    /** Who points to the piece: those that visitors see, or all that are not put away. */
    boolean isPointedTo(Piece piece, boolean live) {
        return model.pieces.values().stream().anyMatch(user -> !user.archived && (!live || user.live != null) && piece.id.equals(user.text().category()));
    }

    Answer unpublish(Piece piece, boolean knowing) {
        if (!knowing && isPointedTo(piece, true)) {
            return Answer.asked();
        }
        var live = piece.live;
        return live == null ? Answer.done("editor.unpublished")
            : undoable("editor.unpublished", () -> publisher.withdraw("unpublish", List.of(piece), false), () -> publish(List.of(new Exact(piece, live))));
    }

    private Answer undoable(String news, Runnable act, Supplier<Answer> undo) {
        var before = model.state();
        act.run();
        model.undoables.add(new Undoable(undo, before, model.whole()));
        return Answer.undoable(news);
    }

    Answer archive(Piece piece, boolean knowing) {
        if (!knowing && isPointedTo(piece, false)) {
            return Answer.asked();
        }
        if (piece.archived) {
            return Answer.done("editor.archived");
        }
        var live = piece.live;
        return undoable(model.pending(piece).isEmpty() ? "editor.archived" : "schedule.archived", () -> archive(List.of(piece)), () -> restore(piece, live));
    }

    long archive(List<Piece> pieces) {
        long edition = publisher.withdraw("archive", pieces, false);
        pieces.forEach(piece -> {
            piece.archived = true;
            planner.archive(piece);
            model.touched.add(piece);
        });
        return edition;
    }

    /** Takes them out again; those are returned to which something was to happen at a time that has passed. */
    Set<Piece> restore(List<Piece> pieces) {
        return pieces.stream().filter(piece -> {
            piece.archived = false;
            model.touched.add(piece);
            return !planner.restore(piece);
        }).collect(Collectors.toSet());
    }

    /** Takes it out again, and publishes what was live. */
    Answer restore(Piece piece, @Nullable Integer live) {
        var late = restore(List.of(piece));
        if (live != null && !publish(List.of(new Exact(piece, live))).isDone()) {
            return Answer.done("editor.restored.not-published");
        }
        return Answer.done(late.isEmpty() ? "editor.restored" : "editor.restored.late");
    }

    Answer discard(Piece piece) {
        int head = piece.head;
        if (piece.live != null && isTaken(piece, piece.text(piece.live))) {
            return Answer.done("editor.discarded.refused");
        }
        return undoable("editor.discarded", () -> {
            if (piece.live != null && piece.live != piece.head) {
                model.touched.add(piece);
                piece.pointed(piece.live);
            }
        }, () -> goBack(piece, head) ? Answer.done("editor.taken-up") : Answer.done("history.refused"));
    }

    Answer revert(Piece piece, int number) {
        int head = piece.head;
        var before = model.state();
        if (!goBack(piece, number)) {
            return Answer.done("history.refused");
        }
        model.undoables.add(new Undoable(() -> revert(piece, head), before, model.whole()));
        return Answer.undoable("history.restored");
    }

    private boolean goBack(Piece piece, int number) {
        var text = piece.text(number);
        if (isTaken(piece, text)) {
            return false;
        }
        model.touched.add(piece);
        if (Objects.equals(piece.live, number)) {
            piece.pointed(number);
        } else {
            piece.saved(new Revision(text, model.now, number));
        }
        return true;
    }

    Answer move(Piece piece, @Nullable UUID after) {
        if (!piece.kind().ordered) {
            return new Answer(404, "", Set.of(), false);
        }
        var siblings = model.siblings(piece);
        if (after != null && !siblings.contains(after)) {
            return Answer.done("list.other-parent");
        }
        int place = siblings.indexOf(piece.id);
        var former = place == 0 ? null : siblings.get(place - 1);
        return undoable("list.moved", () -> {
            if (!piece.id.equals(after) && !Objects.equals(after, former)) {
                put(piece, after, siblings);
            }
        }, () -> move(piece, former));
    }

    private void put(Piece piece, @Nullable UUID after, List<UUID> siblings) {
        var order = model.order(piece.kind());
        order.remove(piece.id);
        var first = siblings.stream().filter(id -> !id.equals(piece.id)).findFirst().orElseThrow();
        order.add(after == null ? order.indexOf(first) : order.indexOf(after) + 1, piece.id);
        model.touched.add(piece);
        var moved = new ArrayList<>(List.of(piece.id));
        model.aside.stream().filter(id -> !id.equals(piece.id)).forEach(moved::add);
        var live = publisher.again(moved);
        if (!live.isEmpty()) {
            model.commit("move", false, Set.of(), live);
        }
    }
}
