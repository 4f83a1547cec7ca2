package app.maru.signin;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.identity.SignedIn;

/** Lets in whoever knows the password of an account, and logs every attempt before it has an effect. */
@Component
class PasswordSignIn implements AuthenticationProvider {

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

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName();
        var origin = (Origin) attempt.getDetails();
        var taken = limits.take(Limit.GUESSES_AT_ACCOUNT, email, Limit.GUESSES_FROM_ADDRESS, origin);
        if (!taken.granted()) {
            refuse(email, origin);
            throw new TooManyTries();
        }
        var person = ways.isOpen(Way.PASSWORD) ? credentials.proved(email, String.valueOf(attempt.getCredentials())).orElse(null) : null;
        if (person == null) {
            refuse(email, origin);
            throw new BadCredentialsException("No such account, or another password");
        }
        limits.giveBack(taken);
        log.record(AuditEvent.LOGIN_SUCCESS, person.id(), email, origin);
        return SignedIn.authenticated(person);
    }

    private void refuse(String email, Origin origin) {
        log.record(AuditEvent.LOGIN_FAILURE, credentials.known(email).map(Person::id).orElse(null), email, origin);
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
