package app.maru.identity;

import java.util.Optional;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may sign in, and the password that proves it. */
@Component
public class Credentials {

    private final Accounts accounts;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final boolean demo;

    Credentials(Accounts accounts, Passwords passwords, ApplicationEventPublisher events, IdentityProperties properties) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.demo = properties.demo();
    }

    /** Whoever has that address and is active, be it of the demo. */
    public Optional<Person> known(String email) {
        return account(email).map(Account::person);
    }

    /** Whoever has that address and may sign in: people of a demo only at a demo. */
    public Optional<Person> at(String email) {
        return account(email).filter(this::mayBeUsed).map(Account::person);
    }

    /** Whoever that is, if they may sign in. */
    public Optional<Person> with(UUID id) {
        return accounts.with(id).filter(this::mayBeUsed).map(Account::person);
    }

    /**
     * Whoever has that address, if this is their password; it takes as long when nobody has, or it is another.
     *
     * @throws TooManyTries when it is not this caller's turn for long
     */
    public Optional<Person> proved(String email, String password, Caller caller) {
        var account = account(email);
        var hash = account.filter(this::mayBeUsed).map(Account::passwordHash).orElse(null);
        return passwords.match(password, hash, caller) ? account.map(Account::person) : Optional.empty();
    }

    /** Whether somebody keeps the password that the demo's sign-in page shows. */
    public boolean isOfTheDemo(Person person) {
        return account(person.email()).filter(Account::demo).isPresent();
    }

    /** Whether somebody may come in by a password, if they know it. */
    public boolean hasPassword(Person person) {
        return account(person.email()).filter(this::mayBeUsed).map(Account::passwordHash).isPresent();
    }

    /** Gives somebody another password, who is signed out everywhere by that. */
    @Transactional
    public void replacePassword(Person person, String wanted) {
        accounts.setPassword(person.id(), passwords.hash(wanted));
        events.publishEvent(new PasswordChanged(person.id(), null));
    }

    private Optional<Account> account(String email) {
        return Accounts.isPossible(email) ? accounts.at(email) : Optional.empty();
    }

    private boolean mayBeUsed(Account account) {
        return demo || !account.demo();
    }
}
