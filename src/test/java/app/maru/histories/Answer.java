package app.maru.histories;

import java.util.Set;
import java.util.TreeSet;

/**
 * What came of an act.
 *
 * @param status of the answer over HTTP
 * @param news what the desk says of it, as the key of its message, with its counts where it counts
 * @param reasons why it was refused
 * @param undoable whether it offers to be undone
 */
record Answer(int status, String news, Set<String> reasons, boolean undoable) {

    private static final int FOUND = 302;
    private static final int UNPROCESSABLE = 422;
    private static final int CONFLICT = 409;
    /** There was nothing to act on. */
    static final Answer NONE = new Answer(0, "", Set.of(), false);

    static Answer done(String news) {
        return new Answer(FOUND, news, Set.of(), false);
    }

    static Answer undoable(String news) {
        return new Answer(FOUND, news, Set.of(), true);
    }

    static Answer refused(Set<String> reasons) {
        return new Answer(UNPROCESSABLE, "", new TreeSet<>(reasons), false);
    }

    /** Asked once more before it is done. */
    static Answer asked() {
        return new Answer(CONFLICT, "", Set.of(), false);
    }

    boolean isDone() {
        return status == FOUND;
    }
}
