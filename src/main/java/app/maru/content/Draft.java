package app.maru.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A form that was read: the entry it describes, and the text of every field as typed, so that what cannot be a value
 * is shown again beside its problem.
 *
 * @param snapshot the entry, with the base's value wherever the text is no value
 * @param texts what was typed, by path
 * @param removed children that the form marks as to be removed, by kind; they are not in the snapshot
 */
public record Draft(Snapshot snapshot, Map<String, String> texts, Map<String, Set<UUID>> removed, List<Problem> problems) {

    /** What nobody typed: a snapshot as it is. */
    static Draft of(Snapshot snapshot) {
        return new Draft(snapshot, Map.of(), Map.of(), List.of());
    }
}
