package app.maru.delivery;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.springframework.stereotype.Component;

/** What this node knows of the published site; always an edition that is committed, never an earlier one than before. */
@Component
class Site {

    private final PublicEditions editions;
    private final int most;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile View view;

    Site(PublicEditions editions, DeliverySettings settings) {
        this.editions = editions;
        most = settings.changes();
        view = View.of(0, new Changes(0, most));
    }

    View view() {
        return view;
    }

    /** Learns of everything committed until now. */
    void catchUp() {
        // read outside the lock: whoever holds it would wait for a connection that another one waiting for it may have
        learn(editions.since(view.edition(), most));
    }

    /** Learns of news; news of what is known already change nothing. */
    void learn(News news) {
        lock.lock();
        try {
            if (news.edition() > view.edition()) {
                view = view.and(news);
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** The view once it has the edition, or the view after that long. */
    View await(long edition, Duration patience) throws InterruptedException {
        long left = patience.toNanos();
        lock.lock();
        try {
            while (view.edition() < edition && left > 0) {
                left = moved.awaitNanos(left);
            }
            return view;
        } finally {
            lock.unlock();
        }
    }
}
