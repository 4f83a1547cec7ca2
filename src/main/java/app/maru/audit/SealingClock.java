package app.maru.audit;

import java.time.Duration;

import jakarta.annotation.PreDestroy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import app.maru.database.BackgroundWork;

/** Seals every other second, from when the application is ready until it stops, and looks each hour what is to be forgotten. */
@Component
@ConditionalOnBooleanProperty("maru.audit.seal")
class SealingClock {

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_MONTHS = Duration.ofHours(1);
    private static final int BATCHES = 20;

    private final Sealing sealing;
    private final Forgetting forgetting;
    private final BackgroundWork work = new BackgroundWork("audit");

    SealingClock(Sealing sealing, Forgetting forgetting) {
        this.sealing = sealing;
        this.forgetting = forgetting;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.again(this::seal, PAUSE);
        work.every(forgetting::forget, BETWEEN_MONTHS, BETWEEN_MONTHS);
    }

    private void seal() {
        int batches = 0;
        while (batches < BATCHES && sealing.seal() == Sealing.BATCH) {
            batches++;
        }
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}
