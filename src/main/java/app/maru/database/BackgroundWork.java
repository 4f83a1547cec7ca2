package app.maru.database;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one thread does again and again while the application runs. A failure is told when it begins, and tried again: the
 * database may be away for a while.
 */
public final class BackgroundWork implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(BackgroundWork.class);
    private static final int SECONDS_TO_FINISH = 10;

    private final String what;
    private final ScheduledExecutorService thread;
    private volatile boolean troubled;

    /**
     * A thread that has nothing to do yet.
     *
     * @param what what it does, for the log: it names the thread
     */
    public BackgroundWork(String what) {
        this.what = what;
        this.thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name(what).daemon().factory());
    }

    /** Does it once, as soon as there is time. */
    public void once(Runnable act) {
        thread.execute(() -> attempt(act));
    }

    /** Does it now, and again so long after each time that it was done. */
    public void again(Runnable act, Duration pause) {
        thread.scheduleWithFixedDelay(() -> attempt(act), 0, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Does it after that time, and in the same rhythm from then on, however long it takes. */
    public void every(Runnable act, Duration first, Duration rhythm) {
        thread.scheduleAtFixedRate(() -> attempt(act), first.toMillis(), rhythm.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void attempt(Runnable act) {
        try {
            act.run();
            troubled = false;
        } catch (RuntimeException e) {
            tellOnce(e);
        }
    }

    private void tellOnce(RuntimeException e) {
        if (!troubled) {
            LOG.warn("Cannot work on {}, and keeps trying: {}", what, e.getMessage());
        }
        troubled = true;
    }

    /** Ends what is being done, for at most ten seconds, and begins nothing more. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                LOG.warn("Still at work on {}", what);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
