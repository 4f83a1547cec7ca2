package app.maru.metrics;

import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

import app.maru.publishing.EditionCommitted;

/** How long a publish takes: from when the edition is written until it is committed and this node serves it. */
@Component
class PublishTimes {

    private final Meters meters;
    private final ThreadLocal<Long> begun = new ThreadLocal<>();

    PublishTimes(Meters meters) {
        this.meters = meters;
    }

    @EventListener(EditionCommitted.class)
    void begin() {
        begun.set(System.nanoTime());
    }

    /** After delivery has heard of it. */
    @Order(Ordered.LOWEST_PRECEDENCE)
    @TransactionalEventListener(classes = EditionCommitted.class, phase = TransactionPhase.AFTER_COMMIT)
    void end() {
        var since = begun.get();
        begun.remove();
        if (since != null) {
            meters.publishing().add(System.nanoTime() - since);
        }
    }
}
