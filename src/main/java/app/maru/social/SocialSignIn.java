package app.maru.social;

import java.util.Optional;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Act;
import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.mail.Letter;
import app.maru.mail.Outbox;
import app.maru.staff.Joining;

/** Who comes in by an account elsewhere: who has come in by it before, or is of the staff at the address that the provider has verified. */
@Component
class SocialSignIn {

    private final Links links;
    private final Credentials credentials;
    private final Joining joining;
    private final Outbox outbox;
    private final MessageSource messages;
    private final AuditLog log;

    SocialSignIn(Links links, Credentials credentials, Joining joining, Outbox outbox, MessageSource messages, AuditLog log) {
        this.links = links;
        this.credentials = credentials;
        this.joining = joining;
        this.outbox = outbox;
        this.messages = messages;
        this.log = log;
    }

    /** Who comes in, if anybody does; if not, whether there was an address to know them by. */
    record Admitted(Optional<Person> person, boolean wasKnowable) {}

    /** Lets the person in, or nobody, which is logged. */
    @Transactional
    Admitted admit(Vouched vouched, Origin origin) {
        var linked = links.use(vouched);
        var person = linked.isPresent() ? credentials.with(linked.get()) : byAddress(vouched);
        if (person.isEmpty()) {
            var known = linked.or(() -> at(vouched).flatMap(credentials::known).map(Person::id)).orElse(null);
            log.record(AuditEvent.LOGIN_FAILURE, known, vouched.email() == null ? "" : vouched.email(), origin);
        }
        return new Admitted(person, linked.isPresent() || vouched.email() != null);
    }

    private Optional<Person> byAddress(Vouched vouched) {
        var person = at(vouched).flatMap(email -> credentials.at(email).or(() -> joining.accept(email)));
        return person.filter(one -> links.make(vouched, one.id())).map(one -> told(one, vouched.provider()));
    }

    /** A plain address: one that only looks like another's is nobody's. */
    private static Optional<String> at(Vouched vouched) {
        return Optional.ofNullable(vouched.email()).filter(Letter::canReach);
    }

    private Person told(Person person, Provider provider) {
        log.write(Act.of("social_linked", provider.title()), person.id());
        var letter = Letter.toWhoever(person, LocaleContextHolder.getLocale(), "social-linked");
        outbox.post(letter.about(person.name(), messages.getMessage(provider.nameKey(), null, letter.language())));
        return person;
    }
}
