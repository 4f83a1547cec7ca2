package app.maru.metrics;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Collects at the end of each minute, from when the application is ready until it stops, and sweeps behind it. */
@Component
@ConditionalOnBooleanProperty("maru.metrics.collect")
class CollectingClock {

    private static final Logger LOG = LoggerFactory.getLogger(CollectingClock.class);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int TRANSACTIONS_A_MINUTE = 100;
    private static final int SECONDS_TO_FINISH = 10;

    private final Recording recording;
    private final Retention retention;
    private final Clock time;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("metrics").daemon().factory());
    private boolean troubled;

    CollectingClock(Recording recording, Retention retention, Clock time) {
        this.recording = recording;
        this.retention = retention;
        this.time = time;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        long toNextMinute = MINUTE.toMillis() - Math.floorMod(time.millis(), MINUTE.toMillis());
        every(recording::layDown, toNextMinute);
        every(recording::record, toNextMinute + Recording.GRACE.toMillis() + 1000);
        every(() -> retention.sweep(TRANSACTIONS_A_MINUTE), toNextMinute + MINUTE.toMillis() / 2);
    }

    private void every(Runnable act, long first) {
        clock.scheduleAtFixedRate(() -> attempt(act), first, MINUTE.toMillis(), TimeUnit.MILLISECONDS);
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
            LOG.warn("Cannot collect metrics, and keeps trying: {}", e.getMessage());
        }
        troubled = true;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        clock.shutdownNow();
        if (!clock.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            LOG.warn("Metrics are still being collected");
        }
    }
}
