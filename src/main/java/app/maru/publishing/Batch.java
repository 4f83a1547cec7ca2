package app.maru.publishing;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.Entry;
import app.maru.publishing.Publishing.Refusal;

/**
 * One act on many entries of a type at once.
 *
 * @param author who did it; null when that is no longer known
 * @param edition the edition that it committed; 0 when visitors saw no difference
 * @param undone whether it was taken back
 */
public record Batch(UUID id, String type, Act act, @Nullable UUID author, Instant at, long edition, List<Outcome> outcomes, boolean undone) {

    /** What is done to entries. */
    public enum Act {
        PUBLISH, UNPUBLISH, ARCHIVE, RESTORE;

        /** Its name in message keys and in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What became of one entry.
     *
     * @param before the revision that visitors saw; null when none
     * @param after the revision that visitors see since; null when none
     * @param done whether anything was changed
     * @param held whether it was kept back, for somebody to look at it first
     * @param refusal why it could not be done; null when it could, or when there was nothing to do
     */
    public record Outcome(UUID entry, String title, @Nullable Integer before, @Nullable Integer after, boolean done, boolean held, @Nullable Refusal refusal) {

        static Outcome of(Entry entry, @Nullable Integer after, boolean done) {
            return new Outcome(entry.id(), entry.title(), entry.live(), done ? after : entry.live(), done, false, null);
        }

        static Outcome held(Entry entry) {
            return new Outcome(entry.id(), entry.title(), entry.live(), entry.live(), false, true, null);
        }

        Outcome refused(@Nullable Refusal reason) {
            return reason == null ? this : new Outcome(entry, title, before, before, false, false, reason);
        }
    }

    /** How many entries were changed. */
    public int done() {
        return (int) outcomes.stream().filter(Outcome::done).count();
    }

    /** How many could not be changed. */
    public int refused() {
        return (int) outcomes.stream().filter(outcome -> outcome.refusal() != null).count();
    }

    /** Those that were kept back. */
    public List<UUID> held() {
        return outcomes.stream().filter(Outcome::held).map(Outcome::entry).toList();
    }
}
