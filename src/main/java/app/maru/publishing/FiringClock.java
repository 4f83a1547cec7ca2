package app.maru.publishing;

import java.time.Duration;

import jakarta.annotation.PreDestroy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import app.maru.database.BackgroundWork;

/** Looks ten times a second for what is due, from when the application is ready until it stops. */
@Component
@ConditionalOnBooleanProperty("maru.schedules.fire")
class FiringClock {

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Firing firing;
    private final BackgroundWork work = new BackgroundWork("schedules");

    FiringClock(Firing firing) {
        this.firing = firing;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        work.once(firing::rehearse);
        work.again(firing::fireDue, PAUSE);
    }

    @PreDestroy
    void stop() {
        work.close();
    }
}
