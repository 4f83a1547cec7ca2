package app.maru.publishing;

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

/** Looks four times a second for what is due, from when the application is ready until it stops. */
@Component
@ConditionalOnBooleanProperty("maru.schedules.fire")
class FiringClock {

    private static final Logger LOG = LoggerFactory.getLogger(FiringClock.class);
    private static final int MILLISECONDS = 250;
    private static final int SECONDS_TO_FINISH = 10;

    private final Firing firing;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().name("schedules").daemon().factory());
    private boolean troubled;

    FiringClock(Firing firing) {
        this.firing = firing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        clock.execute(() -> attempt(firing::rehearse));
        clock.scheduleWithFixedDelay(() -> attempt(firing::fireDue), 0, MILLISECONDS, TimeUnit.MILLISECONDS);
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
            LOG.warn("Cannot look for what is due, and keeps trying: {}", e.getMessage());
        }
        troubled = true;
    }

    @PreDestroy
    void stop() throws InterruptedException {
        clock.shutdown();
        if (!clock.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
            LOG.warn("Something due is still being carried out");
        }
    }
}
