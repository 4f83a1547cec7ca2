package app.maru.histories;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** Puts entries of the model before its visitors, all in one edition or none, and takes them back. */
final class Publisher {

    private final Model model;

    Publisher(Model model) {
        this.model = model;
    }

    /** A revision of an entry. */
    record Exact(Piece piece, int revision) {

        boolean isLive() {
            return piece.live != null && piece.live == revision;
        }

        Text text() {
            return piece.text(revision);
        }
    }

    /** Why they cannot be published together, while others are taken down; what visitors see already needs no reason. */
    Map<Piece, Set<String>> refusals(List<Exact> revisions, Set<Piece> gone) {
        var changed = revisions.stream().filter(exact -> !exact.isLive()).toList();
        var refusals = new LinkedHashMap<Piece, Set<String>>();
        for (var exact : changed) {
            var reasons = new TreeSet<>(exact.text().missing(exact.piece().kind()));
            if (exact.piece().archived) reasons.add("Archived");
            if (exact.text().slug() != null && isTaken(exact, changed, gone)) reasons.add("SlugLive");
            if (exact.text().category() != null && !isThere(exact.text().category(), revisions, gone)) reasons.add("RelatedUnpublished");
            if (!reasons.isEmpty()) refusals.put(exact.piece(), reasons);
        }
        return refusals;
    }

    private boolean isTaken(Exact exact, List<Exact> changed, Set<Piece> gone) {
        var moving = changed.stream().map(Exact::piece).collect(toSet());
        return changed.stream().anyMatch(other -> other.piece() != exact.piece() && other.piece().kind() == exact.piece().kind()
                && exact.text().slug().equals(other.text().slug()))
            || model.moment().live().values().stream().filter(live -> live.kind() == exact.piece().kind() && exact.text().slug().equals(live.text().slug()))
                .map(live -> model.piece(live.entry())).anyMatch(holder -> !moving.contains(holder) && !gone.contains(holder));
    }

    private boolean isThere(UUID target, List<Exact> together, Set<Piece> gone) {
        return model.moment().live().containsKey(target) && gone.stream().noneMatch(piece -> piece.id.equals(target)) || together.stream().anyMatch(exact -> exact.piece().id.equals(target));
    }

    /** Those that can be published, and those taken down, in one edition: its number, or 0 for none. */
    long publish(List<Exact> revisions, Set<Piece> gone, boolean scheduled) {
        var changed = revisions.stream().filter(exact -> !exact.isLive()).toList();
        if (changed.isEmpty() && gone.isEmpty()) {
            return 0;
        }
        var opened = changed.stream().map(this::published).toList();
        changed.forEach(exact -> exact.piece().live = exact.revision());
        gone.forEach(piece -> piece.live = null);
        var closed = new HashSet<>(gone.stream().map(piece -> piece.id).toList());
        changed.forEach(exact -> model.touched.add(exact.piece()));
        model.touched.addAll(gone);
        return model.commit(changed.isEmpty() ? "unpublish" : "publish", scheduled, closed, opened);
    }

    private Live published(Exact exact) {
        var piece = exact.piece();
        if (piece.firstPublished == null) {
            piece.firstPublished = model.now;
        }
        return new Live(piece.id, piece.kind(), exact.revision(), exact.text(), piece.revisions.get(exact.revision() - 1).written(), model.now, piece.firstPublished, 0);
    }

    /** What of several cannot be published: without it they are looked at again, until the rest can be. */
    Map<Piece, Set<String>> withoutRefused(List<Exact> revisions, Set<Piece> gone, List<Exact> left) {
        var refused = new LinkedHashMap<Piece, Set<String>>();
        left.addAll(revisions);
        for (var more = refusals(left, gone); !more.isEmpty(); more = refusals(left, gone)) {
            refused.putAll(more);
            var out = more.keySet();
            left.removeIf(exact -> out.contains(exact.piece()));
        }
        return refused;
    }

    /** Takes those down that are live: the edition, or 0 for none. */
    long withdraw(String action, List<Piece> pieces, boolean scheduled) {
        var live = pieces.stream().filter(piece -> piece.live != null).toList();
        if (live.isEmpty()) {
            return 0;
        }
        live.forEach(piece -> piece.live = null);
        model.touched.addAll(live);
        return model.commit(action, scheduled, live.stream().map(piece -> piece.id).collect(toSet()), List.of());
    }

    /** Published entries of the model that a move gives new numbers to. */
    List<Live> again(List<UUID> entries) {
        var again = new ArrayList<Live>();
        for (var id : entries) {
            @Nullable Live live = model.moment().live().get(id);
            if (live != null) again.add(live);
        }
        return again;
    }
}
