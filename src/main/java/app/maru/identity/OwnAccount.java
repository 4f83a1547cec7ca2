package app.maru.identity;

import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.server.ResponseStatusException;

/** What people change of their own account. */
@Component
public class OwnAccount {

    /** The languages of the desk, by their ISO 639 codes. */
    public static final Set<String> LANGUAGES = Accounts.LANGUAGES;
    /** The themes of the desk. */
    public static final Set<String> THEMES = Set.of("light", "dark");
    /** The least and the most characters of a password. */
    public static final int SHORTEST_PASSWORD = Passwords.SHORTEST;
    public static final int LONGEST_PASSWORD = Passwords.LONGEST;

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final SignedIn signedIn;
    private final AuditLog log;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    OwnAccount(Accounts accounts, Passwords passwords, PasswordRules rules, SignedIn signedIn, AuditLog log, ApplicationEventPublisher events, TransactionTemplate transaction) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.signedIn = signedIn;
        this.log = log;
        this.events = events;
        this.transaction = transaction;
    }

    /** What became of a new password; it stands only when it was {@code CHANGED}. */
    public enum Outcome {
        CHANGED,
        /** The present password was not proved. */
        NOT_PROVED,
        /** The new one is among the first that anybody would try. */
        COMMON,
        /** The new one is the present one. */
        THE_SAME,
        /** Accounts of the demo keep the password that the sign-in page shows. */
        OF_THE_DEMO;

        /** The name in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * The language of that code; null for an empty one, which leaves it to the browser.
     *
     * @throws ResponseStatusException 400 when the desk does not speak it
     */
    public static @Nullable Locale language(String code) {
        var known = oneOf(LANGUAGES, code);
        return known == null ? null : Locale.of(known);
    }

    /**
     * The theme of that name; null for an empty one, which leaves it to the browser.
     *
     * @throws ResponseStatusException 400 when there is none
     */
    public static @Nullable String theme(String name) {
        return oneOf(THEMES, name);
    }

    private static @Nullable String oneOf(Set<String> choices, String choice) {
        if (!choice.isEmpty() && !choices.contains(choice)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return choice.isEmpty() ? null : choice;
    }

    /** Keeps how the person likes their desk; it holds at once, and at the next sign-in. */
    public void prefer(Person person, HttpServletRequest request, HttpServletResponse response) {
        accounts.prefer(person);
        signedIn.become(person, SignedIn.proofs(), request, response);
    }

    /** Gives the person a new password when they prove the present one; either is written to the log. They are signed out everywhere else. */
    public Outcome changePassword(Person person, String present, String wanted, HttpServletRequest request) {
        var account = accounts.at(person.email()).filter(found -> found.person().id().equals(person.id()));
        if (account.filter(Account::demo).isPresent()) {
            return Outcome.OF_THE_DEMO;
        }
        if (!passwords.match(present, account.map(Account::passwordHash).orElse(null), Caller.KNOWN)) {
            log.record(AuditEvent.LOGIN_FAILURE, person.id(), person.email(), Origin.of(request));
            return Outcome.NOT_PROVED;
        }
        if (rules.complaint(wanted, person.name(), person.email()).isPresent()) {
            return Outcome.COMMON;
        }
        if (wanted.equals(present)) {
            return Outcome.THE_SAME;
        }
        setPassword(person, passwords.hash(wanted), request);
        return Outcome.CHANGED;
    }

    private void setPassword(Person person, String hash, HttpServletRequest request) {
        var session = request.getSession(false);
        transaction.executeWithoutResult(status -> {
            log.record(AuditEvent.PASSWORD_CHANGED, person.id(), person.email(), Origin.of(request));
            accounts.setPassword(person.id(), hash);
            events.publishEvent(new PasswordChanged(person.id(), session == null ? null : session.getId()));
        });
        if (session != null) {
            request.changeSessionId();
        }
    }
}
