package app.maru.reviews;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import app.maru.publishing.EditionCommitted;

/** How many requests wait: known for a moment, so that no page pays for it. What happens here is known at once. */
@Component
public class WaitingReviews {

    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final Reviews reviews;
    private final Clock clock;
    private volatile @Nullable Known known;

    WaitingReviews(Reviews reviews, Clock clock) {
        this.reviews = reviews;
        this.clock = clock;
    }

    private record Known(int count, Instant until) {}

    /** How many requests wait for an answer. */
    public int count() {
        var last = known;
        if (last == null || clock.instant().isAfter(last.until)) {
            last = new Known(reviews.count(), clock.instant().plus(MOMENT));
            known = last;
        }
        return last.count;
    }

    @TransactionalEventListener(classes = {ReviewsChanged.class, EditionCommitted.class}, phase = TransactionPhase.AFTER_COMMIT)
    void forget() {
        known = null;
    }
}
