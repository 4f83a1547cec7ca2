package app.maru.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.DeskAddress;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.Outbox;
import app.maru.signin.Codes.Answer;
import app.maru.signin.OneTimeLinks.Purpose;

/** Lets in whoever reads the mail of an account, by a link or a code. Asking does the same work whether anybody has that address. */
@Component
class ByMail {

    static final Duration LIFE = Duration.ofMinutes(15);

    private final Credentials credentials;
    private final OneTimeLinks links;
    private final Codes codes;
    private final Ways ways;
    private final Outbox outbox;
    private final DeskAddress desk;
    private final AuditLog log;
    private final Clock clock;

    ByMail(Credentials credentials, OneTimeLinks links, Codes codes, Ways ways, Outbox outbox, DeskAddress desk, AuditLog log, Clock clock) {
        this.credentials = credentials;
        this.links = links;
        this.codes = codes;
        this.ways = ways;
        this.outbox = outbox;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /** Somebody who has come in, and where they wanted to go. */
    record Arrived(Person person, String redirectTo) {}

    /** What became of a code: who has come in by it, if it was right. */
    record Entered(Answer answer, @Nullable Arrived arrived) {}

    /** Sends a link, a code with it, or the code alone; the secret by which this browser may type the code. */
    @Transactional
    String ask(Way way, String typed, Locale language, String redirectTo, Origin origin) {
        var person = Letter.canReach(typed) ? credentials.at(typed).filter(known -> Letter.canReach(known.email())).orElse(null) : null;
        var email = person == null ? "" : person.email();
        var until = clock.instant().plus(LIFE);
        var link = way == Way.MAGIC_LINK ? links.make(Purpose.SIGN_IN, email, redirectTo, until) : null;
        var code = codes.make(email, link == null ? null : link.id(), redirectTo, until);
        var letter = Letter.toWhoever(person, language, way == Way.MAGIC_LINK ? "sign-in-link" : "sign-in-code").withCode(code.digits(), until);
        outbox.post(link == null ? letter : letter.leadingTo(desk.of("/sign-in/link?token=" + link.token()), until), person != null);
        log.record(person == null ? AuditEvent.LOGIN_FAILURE : way == Way.MAGIC_LINK ? AuditEvent.MAGIC_LINK_SENT : AuditEvent.OTP_SENT,
            person == null ? null : person.id(), typed, origin);
        return code.secret();
    }

    boolean leads(String token) {
        return ways.isOpen(Way.MAGIC_LINK) && links.state(Purpose.SIGN_IN, token) == OneTimeLinks.State.OPEN;
    }

    /** Lets in who follows the link, the first time. */
    @Transactional
    Optional<Arrived> follow(String token, Origin origin) {
        var followed = ways.isOpen(Way.MAGIC_LINK) ? links.consume(Purpose.SIGN_IN, token) : Optional.<OneTimeLinks.Followed>empty();
        followed.ifPresent(link -> codes.consumeWith(link.id()));
        var arrived = followed.flatMap(link -> credentials.at(link.email()).map(person -> new Arrived(person, link.redirectTo())));
        if (arrived.isEmpty()) {
            log.record(AuditEvent.LOGIN_FAILURE, null, followed.map(OneTimeLinks.Followed::email).orElse(""), origin);
        }
        return arrived;
    }

    /** Lets in who types the code in the browser that asked for it. */
    @Transactional
    Entered enter(String secret, String digits, Origin origin) {
        var typed = codes.type(secret, digits);
        var person = credentials.at(typed.target()).orElse(null);
        boolean comesIn = typed.answer() == Answer.RIGHT && person != null && ways.isOpen(typed.link() == null ? Way.EMAIL_CODE : Way.MAGIC_LINK);
        if (!comesIn) {
            log.record(AuditEvent.LOGIN_FAILURE, person == null ? null : person.id(), typed.target(), origin);
            return new Entered(typed.answer() == Answer.RIGHT ? Answer.OVER : typed.answer(), null);
        }
        if (typed.link() != null) {
            links.consume(typed.link());
        }
        log.record(AuditEvent.OTP_VERIFIED, person.id(), person.email(), origin);
        return new Entered(Answer.RIGHT, new Arrived(person, typed.redirectTo()));
    }

    boolean mayType(String secret) {
        return codes.isStillOpen(secret);
    }
}
