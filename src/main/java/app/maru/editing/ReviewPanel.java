package app.maru.editing;

import org.jspecify.annotations.Nullable;

import app.maru.reviews.Review;

/**
 * The last request to look at an entry, as its editor shows it.
 *
 * @param asker who asked
 * @param answerer who answered; null while it waits
 * @param newest the newest revision, where it was saved again since; null where it was not
 */
record ReviewPanel(Review review, String asker, @Nullable String answerer, @Nullable Integer newest, boolean mayAnswer, boolean mayWithdraw) {

    /** What came of it, for message keys: {@code waiting} before anything did. */
    public String state() {
        return review.answer() == null ? "waiting" : review.answer().key();
    }

    /** Whether somebody waits for an answer about just what is stored. */
    public boolean isUpToDate() {
        return review.isOpen() && newest == null;
    }
}
