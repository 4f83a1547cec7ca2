package app.maru.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.DeskAddress;
import app.maru.identity.Origin;
import app.maru.identity.PasswordRules;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.Outbox;
import app.maru.signin.OneTimeLinks.Purpose;
import app.maru.signin.OneTimeLinks.State;

/** Gives a new password to who reads the mail of an account. */
@Component
class PasswordReset {

    static final Duration LIFE = Duration.ofHours(1);

    private final Credentials credentials;
    private final PasswordRules rules;
    private final OneTimeLinks links;
    private final Codes codes;
    private final Outbox outbox;
    private final DeskAddress desk;
    private final AuditLog log;
    private final Clock clock;

    PasswordReset(Credentials credentials, PasswordRules rules, OneTimeLinks links, Codes codes, Outbox outbox, DeskAddress desk, AuditLog log, Clock clock) {
        this.credentials = credentials;
        this.rules = rules;
        this.links = links;
        this.codes = codes;
        this.outbox = outbox;
        this.desk = desk;
        this.log = log;
        this.clock = clock;
    }

    /** Sends the link to whoever has that address; it does the same work when nobody has. */
    @Transactional
    void ask(String typed, Locale language, Origin origin) {
        var person = Letter.canReach(typed) ? credentials.at(typed).filter(known -> Letter.canReach(known.email())).orElse(null) : null;
        var until = clock.instant().plus(LIFE);
        var link = links.make(Purpose.PASSWORD_RESET, person == null ? "" : person.email(), "/", until);
        outbox.post(Letter.toWhoever(person, language, "password-reset").leadingTo(desk.of("/sign-in/reset?token=" + link.token()), until), person != null);
        log.record(person == null ? AuditEvent.LOGIN_FAILURE : AuditEvent.PASSWORD_RESET_SENT, person == null ? null : person.id(), typed, origin);
    }

    State state(String token) {
        return links.state(Purpose.PASSWORD_RESET, token);
    }

    /** Whose password the link changes, while it is open. */
    Optional<Person> whose(String token) {
        return links.email(Purpose.PASSWORD_RESET, token).flatMap(credentials::at);
    }

    /** What is wrong with what they want, as the end of a message key; empty when nothing is. */
    String complaint(Person person, String wanted) {
        return credentials.isOfTheDemo(person) ? "demo" : rules.complaint(wanted, person.name(), person.email()).map(PasswordRules.Complaint::key).orElse("");
    }

    /** Sets the password, once: whoever is signed in anywhere, or holds another link or code, is out by that, and the person is told. */
    @Transactional
    boolean set(String token, String wanted, Locale language, Origin origin) {
        var person = links.consume(Purpose.PASSWORD_RESET, token).flatMap(link -> credentials.at(link.email()));
        person.ifPresentOrElse(known -> {
            links.consumeAll(known.email());
            codes.consumeAll(known.email());
            credentials.replacePassword(known, wanted);
            log.record(AuditEvent.PASSWORD_RESET, known.id(), known.email(), origin);
            outbox.post(Letter.toWhoever(known, language, "password-changed"));
        }, () -> log.record(AuditEvent.LOGIN_FAILURE, null, "", origin));
        return person.isPresent();
    }
}
