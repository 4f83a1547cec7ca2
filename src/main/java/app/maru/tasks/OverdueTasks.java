package app.maru.tasks;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import app.maru.publishing.Tally;

/** How many tasks should have been done by now. What happens here is known at once. */
@Component
class OverdueTasks {

    private final Tally tally;

    OverdueTasks(Tasks tasks, Clock clock) {
        this.tally = new Tally(tasks::overdue, clock);
    }

    int count() {
        return tally.number();
    }

    @TransactionalEventListener(classes = TasksChanged.class, phase = TransactionPhase.AFTER_COMMIT)
    void forget() {
        tally.forget();
    }
}
