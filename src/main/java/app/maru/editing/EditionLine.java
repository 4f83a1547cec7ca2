package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Edition;
import app.maru.publishing.Edition.Change;

/**
 * One edition as it is shown.
 *
 * @param who who committed it; null when nobody did, or somebody who is no longer known
 * @param entries the entries it changed, or the first of them
 */
record EditionLine(Edition edition, @Nullable String who, List<ChangedEntry> entries) {

    /**
     * An entry that an edition changed.
     *
     * @param kind how one entry of its type is called; null for a type that is no longer declared
     * @param comparison what visitors see since, compared with what they saw before; nothing in a list of editions
     * @param api where the published JSON of this moment is; null where there is none
     */
    record ChangedEntry(Change change, String title, @Nullable String kind, Comparison comparison, @Nullable String api) {
    }

    /** How many more entries it changed. */
    public int more() {
        return edition.changed() - entries.size();
    }
}
