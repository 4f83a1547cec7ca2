package app.maru.reviews;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.reviews.Review.Answer;

/**
 * A request for a look at an entry was answered; heard within the transaction.
 *
 * @param askedBy who had asked
 * @param by who answered; null when nobody in particular did
 */
public record ReviewAnswered(UUID entry, Answer answer, String note, UUID askedBy, @Nullable UUID by) {
}
