package app.maru.identity;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the first admin into a desk that has none: with a link that is printed at start and works once. */
@Component
class FirstAdmin implements ApplicationRunner {

    private static final Logger CONSOLE = LoggerFactory.getLogger(FirstAdmin.class);

    private final IdentityProperties properties;
    private final DeskAddress desk;
    private final FirstAdminLinks links;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AuditLog log;

    FirstAdmin(IdentityProperties properties, DeskAddress desk, FirstAdminLinks links, Accounts accounts,
               Passwords passwords, AuditLog log) {
        this.properties = properties;
        this.desk = desk;
        this.links = links;
        this.accounts = accounts;
        this.passwords = passwords;
        this.log = log;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var email = properties.adminEmail();
        if (email == null || email.isBlank() || accounts.hasAdmin()) {
            return;
        }
        if (!Accounts.isPossible(email.strip())) {
            CONSOLE.error("Nobody can sign in with the address of MARU_ADMIN_EMAIL: it may have no spaces, and no letters but those of English");
            return;
        }
        links.issue(email.strip()).ifPresentOrElse(
            token -> CONSOLE.info("The first admin sets a password within an hour at {}", desk.of("/first-admin?token=" + token)),
            () -> CONSOLE.info("The link for the first admin, printed at an earlier start, still works"));
    }

    /** Makes the holder of this token the admin, unless somebody was faster. */
    @Transactional
    Optional<Person> create(String token, String name, String password, Origin origin) {
        if (accounts.hasAdmin()) {
            return Optional.empty();
        }
        return links.consume(token).map(email -> {
            var id = accounts.add(email, name, Role.ADMIN, passwords.hash(password), false);
            log.record(AuditEvent.FIRST_ADMIN_CREATED, id, email, origin);
            return accounts.at(email).orElseThrow().person();
        });
    }
}
