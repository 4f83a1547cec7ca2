package app.maru.editing;

import app.maru.content.Entry;
import app.maru.reviews.Review;

/**
 * One line of the list of what waits for an answer.
 *
 * @param kind what one such entry is called
 * @param who who asked
 */
record ReviewLine(Review review, Entry entry, String title, String kind, String who) {

    /** Whether it was saved again since somebody asked. */
    public boolean isNewer() {
        return entry.head() != review.revision();
    }
}
