package app.maru.publishing;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** How much that was to happen at a time has failed and still has not happened. What happens here is known at once. */
@Component
public class FailedSchedules {

    private final Tally tally;

    FailedSchedules(Schedules schedules, Clock clock) {
        this.tally = new Tally(schedules::failed, clock);
    }

    /** How many there are. */
    public int count() {
        return tally.number();
    }

    @TransactionalEventListener(classes = {SchedulesChanged.class, EditionCommitted.class}, phase = TransactionPhase.AFTER_COMMIT)
    void forget() {
        tally.forget();
    }
}
