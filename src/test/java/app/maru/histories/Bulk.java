package app.maru.histories;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import app.maru.histories.Publisher.Exact;
import app.maru.publishing.Batch.Act;

/** One act on many entries of the model, and taking it back. */
final class Bulk {

    /** What is kept back until the person knows who points to it. */
    static final Set<String> HELD = Set.of("held");

    private final Model model;
    private final Publisher publisher;
    private final Acts acts;

    Bulk(Model model, Publisher publisher, Acts acts) {
        this.model = model;
        this.publisher = publisher;
        this.acts = acts;
    }

    /** What became of one entry. */
    record Outcome(Piece piece, @Nullable Integer before, @Nullable Integer after, Set<String> reasons, boolean done) {

        @Override
        public String toString() {
            return "%s: %s to %s%s%s".formatted(piece, before, after, done ? "" : ", not done", reasons.isEmpty() ? "" : " " + reasons);
        }
    }

    Answer act(Act act, List<Piece> pieces, boolean knowing, List<Outcome> outcomes) {
        if (pieces.isEmpty()) {
            return Answer.done("batch.none");
        }
        var before = model.state();
        outcomes.addAll(act == Act.PUBLISH ? publish(pieces) : withdraw(act, pieces, knowing));
        long done = outcomes.stream().filter(Outcome::done).count();
        long left = outcomes.stream().filter(outcome -> !outcome.reasons().isEmpty()).count();
        if (done > 0) {
            model.undoables.add(new Model.Undoable(() -> undo(act, outcomes), before, model.whole()));
        }
        var key = "batch." + act.key();
        var news = left > 0 ? key + ".partly " + done + " " + left : done == 0 ? "batch.nothing" : key + ".done " + done;
        return done > 0 ? Answer.undoable(news) : Answer.done(news);
    }

    private List<Outcome> publish(List<Piece> pieces) {
        var left = new ArrayList<Exact>();
        var refused = publisher.withoutRefused(heads(pieces), Set.of(), left);
        var before = lives(pieces);
        publisher.publish(left, Set.of(), false);
        return pieces.stream().map(piece -> new Outcome(piece, before.get(piece), piece.live, refused.getOrDefault(piece, Set.of()),
            !Objects.equals(before.get(piece), piece.live))).toList();
    }

    private static List<Exact> heads(List<Piece> pieces) {
        return pieces.stream().map(piece -> new Exact(piece, piece.head)).toList();
    }

    private static Map<Piece, @Nullable Integer> lives(List<Piece> pieces) {
        var lives = new LinkedHashMap<Piece, @Nullable Integer>();
        pieces.forEach(piece -> lives.put(piece, piece.live));
        return lives;
    }

    private List<Outcome> withdraw(Act act, List<Piece> pieces, boolean knowing) {
        var before = lives(pieces);
        var meant = pieces.stream().filter(piece -> act == Act.UNPUBLISH ? piece.live != null : piece.archived == (act == Act.RESTORE)).toList();
        var held = meant.stream().filter(piece -> !knowing && act != Act.RESTORE && acts.isPointedTo(piece, act == Act.UNPUBLISH)).toList();
        var concerned = meant.stream().filter(piece -> !held.contains(piece)).toList();
        switch (act) {
            case ARCHIVE -> acts.archive(concerned);
            case RESTORE -> acts.restore(concerned);
            default -> publisher.withdraw("unpublish", concerned, false);
        }
        return pieces.stream().map(piece -> new Outcome(piece, before.get(piece), piece.live, held.contains(piece) ? HELD : Set.of(), concerned.contains(piece))).toList();
    }

    private Answer undo(Act act, List<Outcome> outcomes) {
        var done = outcomes.stream().filter(Outcome::done).toList();
        var same = done.stream().filter(outcome -> Objects.equals(outcome.piece().live, outcome.after())
            && outcome.piece().archived == (act == Act.ARCHIVE)).toList();
        var pieces = same.stream().map(Outcome::piece).toList();
        var left = new HashSet<Piece>();
        if (act == Act.RESTORE) {
            acts.archive(pieces);
        } else {
            if (act == Act.ARCHIVE) {
                left.addAll(acts.restore(pieces));
            }
            left.addAll(refused(same));
        }
        int back = same.size() - left.size();
        return Answer.done(back == done.size() ? "batch.undone " + back : "batch.undone.partly " + back + " " + (done.size() - back));
    }

    /** Publishes as it was what was changed, and says what of it cannot be. */
    private Set<Piece> refused(List<Outcome> same) {
        var again = same.stream().filter(outcome -> outcome.before() != null).map(outcome -> new Exact(outcome.piece(), outcome.before())).toList();
        var gone = new HashSet<>(same.stream().filter(outcome -> outcome.before() == null && outcome.after() != null).map(Outcome::piece).toList());
        var left = new ArrayList<Exact>();
        var refused = publisher.withoutRefused(again, gone, left);
        publisher.publish(left, gone, false);
        return refused.keySet();
    }
}
