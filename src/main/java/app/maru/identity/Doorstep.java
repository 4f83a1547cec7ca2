package app.maru.identity;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Where whoever is refused stays for a moment, the longer the more there are: who asks again as soon as they are answered asks
 * less often by that.
 */
@Component
public class Doorstep {

    private static final int MOST = 500;
    private static final int FOR_A_MOMENT_MORE = 20;
    private static final int LONGEST = 10;

    private final long moment;
    // more would be a burden themselves: they are answered at once
    private final Semaphore places = new Semaphore(MOST);

    @Autowired
    Doorstep() {
        this(Duration.ofSeconds(1));
    }

    Doorstep(Duration moment) {
        this.moment = moment.toNanos();
    }

    /** Returns after the moment. */
    public void hold() {
        if (places.tryAcquire()) {
            try {
                stay();
            } finally {
                places.release();
            }
        }
    }

    private void stay() {
        long stays = moment * Math.min(LONGEST, 1 + (MOST - places.availablePermits()) / FOR_A_MOMENT_MORE);
        long until = System.nanoTime() + stays;
        for (long left = stays; left > 0 && !Thread.currentThread().isInterrupted(); left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
