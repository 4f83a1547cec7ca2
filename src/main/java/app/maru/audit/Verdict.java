package app.maru.audit;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of looking at all of the log.
 *
 * @param broken the first thing that is wrong, in words; null when nothing is
 * @param newest where the chain ends, as far as it was looked at
 * @param erased how many rows say no more from where and with what, which may be
 * @param waiting how many rows are not sealed yet
 */
record Verdict(@Nullable String broken, Link newest, long erased, long waiting) {

    boolean isSound() {
        return broken == null;
    }
}
