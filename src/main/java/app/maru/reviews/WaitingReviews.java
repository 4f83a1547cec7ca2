package app.maru.reviews;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import app.maru.publishing.EditionCommitted;
import app.maru.publishing.Tally;

/** How many requests wait. What happens here is known at once. */
@Component
public class WaitingReviews {

    private final Tally tally;

    WaitingReviews(Reviews reviews, Clock clock) {
        this.tally = new Tally(reviews::count, clock);
    }

    /** How many requests wait for an answer. */
    public int count() {
        return tally.number();
    }

    @TransactionalEventListener(classes = {ReviewsChanged.class, EditionCommitted.class}, phase = TransactionPhase.AFTER_COMMIT)
    void forget() {
        tally.forget();
    }
}
