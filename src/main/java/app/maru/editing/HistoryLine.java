package app.maru.editing;

import org.jspecify.annotations.Nullable;

import app.maru.content.Revision;
import app.maru.publishing.Editions.Span;

/**
 * One revision as the history shows it.
 *
 * @param who who saved it; null when that is not known
 * @param changes what it changed compared with the one before
 * @param first whether there is none before
 * @param head whether the working copy equals it
 * @param seen when visitors saw it last; null when they never did
 */
record HistoryLine(Revision revision, @Nullable String who, Comparison changes, boolean first, boolean head, @Nullable Span seen) {

    /** Whether visitors see it now. */
    public boolean isLive() {
        return seen != null && seen.until() == null;
    }
}
