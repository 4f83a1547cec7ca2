package app.maru.editing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.Entry;

/**
 * One row of a list.
 *
 * @param title what the entry is called; a word for it where it has no title yet
 * @param who who changed it last; null when that is not known
 * @param above the entry before which it stands after a move up; null where it cannot move up
 * @param below the entry behind which it stands after a move down; null where it cannot move down
 * @param remarks how much the checks found in it
 * @param movable whether the person who looks may move it
 */
record ListedEntry(Entry entry, String title, @Nullable String who, List<Facet> facets, @Nullable UUID above, @Nullable UUID below,
                   int remarks, boolean movable) {

    /** A value by which the list can be filtered; one that differs from what new entries have is worth a look. */
    record Facet(String label, String word, boolean usual) {
    }
}
