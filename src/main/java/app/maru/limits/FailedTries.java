package app.maru.limits;

import java.time.Clock;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.identity.DeskAddress;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.MailServer;
import app.maru.mail.Outbox;

/** Tells people by mail, once a day, that somebody tries in vain to sign in as them, and what there is to do. */
@Component
public class FailedTries {

    private static final Duration OF_INTEREST = Duration.ofDays(7);

    private final Limits limits;
    private final Outbox outbox;
    private final MailServer mail;
    private final DeskAddress desk;
    private final Clock clock;

    FailedTries(Limits limits, Outbox outbox, MailServer mail, DeskAddress desk, Clock clock) {
        this.limits = limits;
        this.outbox = outbox;
        this.mail = mail;
        this.desk = desk;
        this.clock = clock;
    }

    /** Counts one more; it is the same work whether anybody has that address. */
    public void count(String account, @Nullable Person person) {
        if (!limits.takes(Limit.UNNOTICED_FAILURES, account) && limits.takes(Limit.WARNINGS, account)) {
            outbox.post(Letter.toWhoever(person, LocaleContextHolder.getLocale(), "failed-tries").leadingTo(desk.of("/sign-in/reset"), clock.instant().plus(OF_INTEREST)),
                person != null && mail.reachesPeople() && Letter.canReach(person.email()));
        }
    }
}
