package app.maru.histories;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Schedule.Action;

/** Something that is to happen to an entry at a time, in the model. */
final class Plan {

    /** How far it has come. */
    enum State { PENDING, DONE, FAILED, CANCELLED }

    final Piece piece;
    final Action action;
    final @Nullable Integer revision;
    final Instant at;
    /** What the house calls it; known only once it has been made there. */
    @Nullable UUID id;
    State state = State.PENDING;
    /** Whether it was cancelled because its entry was archived, and so comes back with it. */
    boolean archived;
    @Nullable Long edition;
    Set<String> reasons = Set.of();

    Plan(Piece piece, Action action, @Nullable Integer revision, Instant at) {
        this.piece = piece;
        this.action = action;
        this.revision = revision;
        this.at = at;
    }

    boolean isPending() {
        return state == State.PENDING;
    }

    @Override
    public String toString() {
        return action.key() + " " + piece + (revision == null ? "" : " " + revision) + " at " + at + ": " + state.name().toLowerCase(java.util.Locale.ROOT)
            + (edition == null ? "" : " in edition " + edition) + (reasons.isEmpty() ? "" : " " + reasons);
    }
}
