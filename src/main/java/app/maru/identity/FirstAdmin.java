package app.maru.identity;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/** Lets the first admin into a desk that has none: with a link that is printed at start and works once. */
@Component
class FirstAdmin implements ApplicationRunner {

    private static final Logger CONSOLE = LoggerFactory.getLogger(FirstAdmin.class);

    private final IdentityProperties properties;
    private final Environment environment;
    private final FirstAdminLinks links;
    private final Accounts accounts;
    private final Passwords passwords;
    private final AuditLog log;

    FirstAdmin(IdentityProperties properties, Environment environment, FirstAdminLinks links, Accounts accounts,
               Passwords passwords, AuditLog log) {
        this.properties = properties;
        this.environment = environment;
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
        links.issue(email.strip()).ifPresentOrElse(
            token -> CONSOLE.info("The first admin sets a password within an hour at {}", address(token)),
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
            log.record(AuditEvent.LOGIN_SUCCESS, id, email, origin);
            return accounts.at(email).orElseThrow().person();
        });
    }

    private String address(String token) {
        var base = properties.baseUrl() != null ? properties.baseUrl().toString()
            : "http://localhost:" + environment.getProperty("local.server.port", "8080");
        return UriComponentsBuilder.fromUriString(base).path("/first-admin").queryParam("token", token).toUriString();
    }
}
