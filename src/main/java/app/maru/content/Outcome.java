package app.maru.content;

import java.util.List;

/** What became of an attempt to save. */
public sealed interface Outcome {

    /**
     * Stored, as one more revision, or found to say nothing new.
     *
     * @param changed whether a revision was made
     * @param taken paths at which somebody else's newer change was taken in
     */
    record Saved(WorkingCopy copy, boolean changed, List<String> taken) implements Outcome {}

    /** Not stored: the draft says what is wrong where, and holds everything typed. */
    record Refused(Draft draft) implements Outcome {}

    /** Not stored: somebody else saved other text at the same places meanwhile. The draft holds the merge, with mine standing. */
    record Conflicted(WorkingCopy theirs, Draft draft, Merge merge) implements Outcome {}
}
