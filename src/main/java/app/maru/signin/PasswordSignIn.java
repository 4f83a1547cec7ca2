package app.maru.signin;

import java.util.Optional;

import org.springframework.stereotype.Component;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.Origin;
import app.maru.identity.Person;

/** Lets in whoever knows the password of an account, and logs every attempt before it has an effect. */
@Component
class PasswordSignIn {

    private final Credentials credentials;
    private final Ways ways;
    private final Limits limits;
    private final AuditLog log;

    PasswordSignIn(Credentials credentials, Ways ways, Limits limits, AuditLog log) {
        this.credentials = credentials;
        this.ways = ways;
        this.limits = limits;
        this.log = log;
    }

    /**
     * Whoever has that address, if this is their password.
     *
     * @throws TooManyTries when no more is looked at for a while
     */
    Optional<Person> proved(String email, String password, Origin origin) {
        var taken = limits.take(Limit.GUESSES_AT_ACCOUNT, email, Limit.GUESSES_FROM_ADDRESS, origin);
        if (!taken.granted()) {
            refuse(email, origin);
            throw new TooManyTries();
        }
        var person = ways.isOpen(Way.PASSWORD) ? credentials.proved(email, password) : Optional.<Person>empty();
        person.ifPresentOrElse(known -> limits.giveBack(taken), () -> refuse(email, origin));
        return person;
    }

    private void refuse(String email, Origin origin) {
        log.record(AuditEvent.LOGIN_FAILURE, credentials.known(email).map(Person::id).orElse(null), email, origin);
    }
}
