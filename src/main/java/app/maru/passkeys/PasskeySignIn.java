package app.maru.passkeys;

import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import app.maru.identity.Act;
import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Credentials;
import app.maru.identity.Origin;
import app.maru.identity.Person;
import app.maru.signin.Way;
import app.maru.signin.Ways;

/** Finds out whom a device proves to be there, and logs when it is nobody. */
@Component
class PasskeySignIn {

    private static final Logger LOG = LoggerFactory.getLogger(PasskeySignIn.class);

    private final Ceremonies ceremonies;
    private final Credentials credentials;
    private final Ways ways;
    private final JdbcClient database;
    private final AuditLog log;

    PasskeySignIn(Ceremonies ceremonies, Credentials credentials, Ways ways, JdbcClient database, AuditLog log) {
        this.ceremonies = ceremonies;
        this.credentials = credentials;
        this.ways = ways;
        this.database = database;
        this.log = log;
    }

    /** Whoever is proved by what a device answers to that challenge, if they may come in. */
    Optional<Person> proved(byte @Nullable [] challenge, String answer, Origin origin) {
        UUID claimed = null;
        try {
            var read = ceremonies.read(answer);
            claimed = ceremonies.claimed(read).orElse(null);
            if (challenge == null || !ways.isOpen(Way.PASSKEY)) {
                throw new PasskeyRefused("Nothing was asked", null);
            }
            var email = email(ceremonies.prove(challenge, read).person());
            return Optional.of(credentials.at(email).orElseThrow(() -> new PasskeyRefused("They may not come in", null)));
        } catch (PasskeyRefused refused) {
            refuse(refused, claimed, origin);
            return Optional.empty();
        }
    }

    private void refuse(PasskeyRefused refused, @Nullable UUID claimed, Origin origin) {
        LOG.info("A passkey let nobody in: {}", refused.getMessage());
        log.record(AuditEvent.LOGIN_FAILURE, claimed, claimed == null ? "" : email(claimed), origin);
        if (refused instanceof CounterWentBack && claimed != null) {
            log.write(Act.of("passkey_counter_back", "staff", claimed, email(claimed)), null);
        }
    }

    private String email(UUID person) {
        return database.sql("select email from profiles where id = ?").param(person).query(String.class).optional().orElse("");
    }
}
