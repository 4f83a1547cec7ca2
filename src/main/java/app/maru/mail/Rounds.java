package app.maru.mail;

import java.time.Duration;

import jakarta.annotation.PreDestroy;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import app.maru.database.BackgroundWork;

/** Sends what waits, within a second, from when the application is ready until it stops, and clears up behind it. */
@Component
@ConditionalOnBooleanProperty("maru.mail.send")
class Rounds {

    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration CLEARING = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofDays(30);

    private final Postman postman;
    private final Outbox outbox;
    private final MailServer server;
    private final BackgroundWork sending = new BackgroundWork("mail");
    private final BackgroundWork clearing = new BackgroundWork("the outbox of mail");
    private volatile boolean stopping;

    Rounds(Postman postman, Outbox outbox, MailServer server) {
        this.postman = postman;
        this.outbox = outbox;
        this.server = server;
    }

    @EventListener(ApplicationReadyEvent.class)
    void start() {
        if (server.isReady()) {
            sending.again(this::sendAll, PAUSE);
        }
        clearing.every(this::clear, CLEARING, CLEARING);
    }

    private void sendAll() {
        boolean more = true;
        while (more && !stopping) {
            more = postman.takeNext();
        }
    }

    private void clear() {
        outbox.forgetSecrets(Postman.TOO_LATE);
        outbox.sweep(KEPT);
    }

    @PreDestroy
    void stop() {
        stopping = true;
        sending.close();
        clearing.close();
    }
}
