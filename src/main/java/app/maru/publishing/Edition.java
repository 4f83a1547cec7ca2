package app.maru.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One moment of the published site, and what it changed.
 *
 * @param author who committed it; null when nobody did, or somebody who is no longer known
 * @param scheduled whether that person had chosen its time beforehand
 * @param changes the first of what it changed, by title
 * @param changed how many entries it changed
 */
public record Edition(long number, Action action, @Nullable UUID author, Instant createdAt, boolean scheduled, List<Change> changes,
                      int changed) {

    Edition with(List<EditionChanges.Placed> placed) {
        return new Edition(number, action, author, createdAt, scheduled,
            placed.stream().filter(change -> !change.skipped()).map(EditionChanges.Placed::change).toList(), placed.isEmpty() ? 0 : placed.getFirst().changed());
    }

    /** The act that committed an edition. */
    public enum Action {
        PUBLISH, UNPUBLISH, ARCHIVE, MOVE, RESHAPE;

        /** Its name in message keys and in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an edition did to one entry. */
    public enum How {
        PUBLISHED, CHANGED, MOVED, UNPUBLISHED;

        /** Its name in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One entry that an edition changed.
     *
     * @param revision the revision that visitors see since; null when none
     * @param before the revision that visitors saw until then; null when none
     */
    public record Change(UUID entry, String type, String title, How how, @Nullable Integer revision, @Nullable Integer before) {

        /** The desk's address of the entry. */
        public String address() {
            return "/" + type + "/" + entry;
        }
    }
}
