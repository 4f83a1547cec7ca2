package app.maru.signin;

import java.util.Optional;

import org.springframework.stereotype.Component;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.TooManyTries;
import app.maru.limits.FailedTries;
import app.maru.limits.Limit;
import app.maru.limits.Limits;

/** Lets in whoever knows the password of an account, and logs every attempt before it has an effect. */
@Component
class PasswordSignIn {

    private final Credentials credentials;
    private final Ways ways;
    private final Limits limits;
    private final FailedTries failures;
    private final AuditLog log;

    PasswordSignIn(Credentials credentials, Ways ways, Limits limits, FailedTries failures, AuditLog log) {
        this.credentials = credentials;
        this.ways = ways;
        this.limits = limits;
        this.failures = failures;
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
            log(email, credentials.known(email), origin);
            throw new TooManyTries(taken.pause());
        }
        var person = ways.isOpen(Way.PASSWORD) ? proved(email, password, taken) : Optional.<Person>empty();
        person.ifPresentOrElse(known -> limits.giveBack(taken), () -> refuse(email, origin));
        return person;
    }

    private Optional<Person> proved(String email, String password, Limits.Taken taken) {
        try {
            return credentials.proved(email, password, taken.caller());
        } catch (TooManyTries nobodyLooked) {
            limits.giveBack(taken);
            throw nobodyLooked;
        }
    }

    private void refuse(String email, Origin origin) {
        var person = credentials.known(email);
        log(email, person, origin);
        failures.count(email, person.orElse(null));
    }

    private void log(String email, Optional<Person> person, Origin origin) {
        log.record(AuditEvent.LOGIN_FAILURE, person.map(Person::id).orElse(null), email, origin);
    }
}
