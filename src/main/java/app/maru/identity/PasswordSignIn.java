package app.maru.identity;

import java.util.List;
import java.util.Optional;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Lets in whoever knows the password of an account, and logs every attempt before it has an effect. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final Accounts accounts;
    private final Passwords passwords;
    private final AuditLog log;
    private final boolean demo;

    PasswordSignIn(Accounts accounts, Passwords passwords, AuditLog log, IdentityProperties properties) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.log = log;
        this.demo = properties.demo();
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var email = attempt.getName();
        var account = account(email);
        var hash = account.filter(this::mayBeUsed).map(Account::passwordHash).orElse(null);
        var person = account.map(Account::person);
        if (!passwords.match(String.valueOf(attempt.getCredentials()), hash)) {
            log.record(AuditEvent.LOGIN_FAILURE, person.map(Person::id).orElse(null), email, (Origin) attempt.getDetails());
            throw new BadCredentialsException("No such account, or another password");
        }
        log.record(AuditEvent.LOGIN_SUCCESS, person.orElseThrow().id(), email, (Origin) attempt.getDetails());
        return authenticated(person.orElseThrow());
    }

    static UsernamePasswordAuthenticationToken authenticated(Person person) {
        return UsernamePasswordAuthenticationToken.authenticated(person, null, List.of());
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }

    private Optional<Account> account(String email) {
        var possible = email.length() <= Accounts.LONGEST_EMAIL && email.indexOf('\0') < 0;
        return possible ? accounts.at(email) : Optional.empty();
    }

    private boolean mayBeUsed(Account account) {
        return demo || !account.demo();
    }
}
