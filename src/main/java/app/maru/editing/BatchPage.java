package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.content.ContentType;
import app.maru.content.Several;
import app.maru.publishing.Batch;

/**
 * What became of many entries, as it is drawn.
 *
 * @param who who did it; null when that is not known
 * @param previous the address of the page before this one; null when there is none
 * @param next the address of the page behind this one; null when there is none
 */
record BatchPage(ContentType type, Batch batch, @Nullable String who, List<Line> lines, @Nullable String previous, @Nullable String next) {

    /**
     * What became of one entry.
     *
     * @param done what was done, for message keys; {@code refused} when it could not be, {@code held} when it
     *             waits for somebody to look at it, {@code already} when it was so already
     * @param users who points to it, where that keeps it back; null where nobody does
     */
    record Line(String address, String title, String done, List<Complaint> complaints, @Nullable Several users) {
    }

    /** The desk's address of it. */
    public String address() {
        return BatchPages.address(batch);
    }
}
