package app.maru.signin;

import java.time.Clock;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.ProvesAgain;
import app.maru.identity.TooManyTries;
import app.maru.limits.Limit;
import app.maru.limits.Limits;
import app.maru.mail.Letter;
import app.maru.mail.MailServer;
import app.maru.mail.Outbox;
import app.maru.signin.Codes.Answer;

/** Whoever reads their mail proves that it is they, with a code that is sent for it. */
@Component
class ProvesByMail implements ProvesAgain {

    private final Codes codes;
    private final Limits limits;
    private final Outbox outbox;
    private final MailServer mail;
    private final AuditLog log;
    private final Clock clock;

    ProvesByMail(Codes codes, Limits limits, Outbox outbox, MailServer mail, AuditLog log, Clock clock) {
        this.codes = codes;
        this.limits = limits;
        this.outbox = outbox;
        this.mail = mail;
        this.log = log;
        this.clock = clock;
    }

    @Override
    public Means means() {
        return Means.EMAIL;
    }

    @Override
    public boolean isOpenTo(Person person) {
        return mail.reachesPeople() && Letter.canReach(person.email());
    }

    @Override
    @Transactional
    public Optional<String> send(Person person, Origin origin) {
        var taken = limits.take(Limit.MAILS_TO_ACCOUNT, person.email(), Limit.MAILS_FROM_ADDRESS, origin);
        if (!taken.granted()) {
            throw new TooManyTries(taken.pause());
        }
        var until = clock.instant().plus(ByMail.LIFE);
        var code = codes.make(person.email(), null, "/", until);
        outbox.post(Letter.toWhoever(person, LocaleContextHolder.getLocale(), "proof-code").withCode(code.digits(), until));
        log.record(AuditEvent.OTP_SENT, person.id(), person.email(), origin);
        return Optional.of(code.secret());
    }

    @Override
    @Transactional
    public boolean proves(Person person, String typed, String secret, HttpServletRequest request) {
        var found = codes.type(secret, typed.replaceAll("\\s", ""));
        boolean right = found.answer() == Answer.RIGHT && found.target().equalsIgnoreCase(person.email());
        log.record(right ? AuditEvent.OTP_VERIFIED : AuditEvent.LOGIN_FAILURE, person.id(), person.email(), Origin.of(request));
        return right;
    }
}
