package app.maru.factors;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Means;
import app.maru.identity.SecondMeans;
import app.maru.identity.Vault;

/** The apps of people that show codes: the secret of each is locked, and each code lets in once. */
@Repository
class Apps implements SecondMeans {

    private final JdbcClient database;
    private final Vault vault;
    private final Clock clock;

    Apps(JdbcClient database, Vault vault, Clock clock) {
        this.database = database;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    public Means means() {
        return Means.TOTP;
    }

    @Override
    public boolean has(UUID person) {
        return since(person).isPresent();
    }

    /** Since when somebody has one, if they have. */
    Optional<Instant> since(UUID person) {
        return database.sql("select confirmed_at from auth_totp where profile_id = ? and confirmed_at is not null").param(person).query(OffsetDateTime.class).optional()
            .map(OffsetDateTime::toInstant);
    }

    /** Whether secrets can be kept at all: the operator must have given a key. */
    boolean canBeKept() {
        return vault.hasKey();
    }

    /** Makes a secret that holds once a code of it has been typed; what holds until then goes on. */
    void begin(UUID person) {
        database.sql("""
                insert into auth_totp (profile_id, pending) values (:person, :pending)
                on conflict (profile_id) do update set pending = excluded.pending, version = auth_totp.version + 1, updated_at = now()""")
            .param("person", person).param("pending", vault.lock(purpose(person), Totp.secret())).update();
    }

    /** The secret of which no code has been typed yet. */
    Optional<String> pending(UUID person) {
        return secret("pending", person);
    }

    /** Has the secret hold of which this is a code; false if it is not. */
    boolean confirm(UUID person, String digits) {
        return pending(person).map(secret -> Totp.stepOf(secret, digits, clock.instant()).stream().anyMatch(step -> database.sql("""
                    update auth_totp set secret = pending, pending = null, last_step = :step, confirmed_at = :now, version = version + 1, updated_at = :now
                    where profile_id = :person and pending is not null""")
                .param("step", step).param("now", time(clock.instant())).param("person", person).update() == 1))
            .orElse(false);
    }

    /** Whether this is a code of the app of theirs that nobody has used; it is used by that. */
    boolean uses(UUID person, String digits) {
        return secret("secret", person).map(secret -> Totp.stepOf(secret, digits, clock.instant()).stream().anyMatch(step ->
                database.sql("update auth_totp set last_step = :step, updated_at = :now where profile_id = :person and last_step < :step and secret is not null")
                    .param("step", step).param("now", time(clock.instant())).param("person", person).update() == 1))
            .orElse(false);
    }

    boolean remove(UUID person) {
        return database.sql("delete from auth_totp where profile_id = ? returning confirmed_at is not null").param(person).query(Boolean.class).optional().orElse(false);
    }

    private Optional<String> secret(String column, UUID person) {
        return database.sql("select " + column + " from auth_totp where profile_id = ? and " + column + " is not null").param(person).query(String.class).optional()
            .flatMap(locked -> vault.open(purpose(person), locked));
    }

    private static String purpose(UUID person) {
        return "totp " + person;
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
