package app.maru.histories;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One entry in the model. */
final class Piece {

    final Slot slot;
    final UUID id;
    final List<Revision> revisions = new ArrayList<>();
    /** At each lock version the revision that the working copy was. */
    final List<Integer> opened = new ArrayList<>();
    int head;
    @Nullable Integer live;
    boolean archived;
    @Nullable Instant firstPublished;

    /** What one save left. */
    record Revision(Text text, Instant written, @Nullable Integer restoredFrom) {}

    Piece(Slot slot, UUID id) {
        this.slot = slot;
        this.id = id;
    }

    Kind kind() {
        return slot.kind();
    }

    Text text() {
        return text(head);
    }

    Text text(int revision) {
        return revisions.get(revision - 1).text();
    }

    int version() {
        return opened.size() - 1;
    }

    void saved(Revision revision) {
        revisions.add(revision);
        pointed(revisions.size());
    }

    void pointed(int revision) {
        head = revision;
        opened.add(revision);
    }

    String state() {
        return archived ? "archived" : live == null ? "draft" : live == head ? "published" : "changed";
    }

    /** The entry among whose own this one has its place; null for all of its type. */
    @Nullable UUID parent() {
        return kind().isInCategory() ? text().category() : null;
    }

    @Override
    public String toString() {
        return slot.toString();
    }
}
