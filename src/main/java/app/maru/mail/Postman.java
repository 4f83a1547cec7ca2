package app.maru.mail;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes mails to the server, one after the other. Each is held by the transaction that notes what became of it: a node
 * that dies lets it go and another takes it again, so that a mail may come twice but is never lost.
 */
@Component
class Postman {

    static final String TOO_LATE = "too-late";

    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);
    private static final int MOST_ATTEMPTS = 9;

    private final Outbox outbox;
    private final Writing writing;
    private final MailServer server;
    private final Clock clock;

    Postman(Outbox outbox, Writing writing, MailServer server, Clock clock) {
        this.outbox = outbox;
        this.writing = writing;
        this.server = server;
        this.clock = clock;
    }

    /** Takes the next one whose time has come; false when there is none. */
    @Transactional
    boolean takeNext() {
        var next = outbox.nextDue();
        next.ifPresent(this::take);
        return next.isPresent();
    }

    private void take(Mail mail) {
        if (mail.isTooLate(clock.instant())) {
            outbox.giveUp(mail, TOO_LATE);
            return;
        }
        var failure = attempt(mail);
        if (failure == null) {
            outbox.sent(mail);
        } else if (MailServer.isForGood(failure) || mail.attempts() + 1 >= MOST_ATTEMPTS) {
            LOG.warn("Mail {} cannot be sent: {}", mail.id(), MailServer.said(failure));
            outbox.giveUp(mail, MailServer.said(failure));
        } else {
            outbox.tryAgain(mail, pause(mail.attempts()), MailServer.said(failure));
        }
    }

    private @Nullable Exception attempt(Mail mail) {
        try {
            server.send(mail, writing.write(mail.letter()));
            return null;
        } catch (Exception failure) {
            return failure;
        }
    }

    /** Four times as long after each attempt: half a minute, two, eight, half an hour, two hours, then six. */
    static Duration pause(int attempts) {
        var pause = FIRST_PAUSE.multipliedBy(1L << 2 * Math.min(attempts, 10));
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
