package app.maru.metrics;

import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.PreDestroy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import app.maru.database.BackgroundWork;

/** Collects at the end of each minute, from when the application is ready until it stops, and sweeps behind it. */
@Component
@ConditionalOnBooleanProperty("maru.metrics.collect")
class CollectingClock {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration AFTER_GRACE = Recording.GRACE.plusSeconds(1);
    private static final int TRANSACTIONS_A_MINUTE = 100;

    private final Recording recording;
    private final Retention retention;
    private final Clock clock;
    private final BackgroundWork work = new BackgroundWork("metrics");

    CollectingClock(Recording recording, Retention retention, Clock clock) {
        this.recording = recording;
        this.retention = retention;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        var toNextMinute = MINUTE.minusMillis(Math.floorMod(clock.millis(), MINUTE.toMillis()));
        work.every(recording::layDown, toNextMinute, MINUTE);
        work.every(recording::record, toNextMinute.plus(AFTER_GRACE), MINUTE);
        work.every(() -> retention.sweep(TRANSACTIONS_A_MINUTE), toNextMinute.plus(MINUTE.dividedBy(2)), MINUTE);
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}
