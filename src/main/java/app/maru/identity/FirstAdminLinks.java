package app.maru.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The one-time links that let the first admin in; only what a token hashes to is kept. */
@Repository
class FirstAdminLinks {

    /** What has become of a link. */
    enum State { OPEN, USED, EXPIRED, UNKNOWN }

    private static final Duration LIFE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    FirstAdminLinks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new token for this address, unless one is still open; tokens for another address stop working. */
    @Transactional
    Optional<String> issue(String email) {
        jdbc.sql("lock table auth_first_admin_links in exclusive mode").update();
        jdbc.sql("update auth_first_admin_links set expires_at = :now where consumed_at is null and expires_at > :now and lower(email) <> lower(:email)")
            .param("now", now()).param("email", email).update();
        var stillOpen = jdbc.sql("select exists (select from auth_first_admin_links where consumed_at is null and expires_at > :now)")
            .param("now", now()).query(Boolean.class).single();
        return stillOpen ? Optional.empty() : Optional.of(added(email));
    }

    State state(String token) {
        return jdbc.sql("select consumed_at is not null as used, expires_at <= :now as expired from auth_first_admin_links where token_hash = :hash")
            .param("now", now()).param("hash", Secret.hash(token))
            .query((row, number) -> row.getBoolean("used") ? State.USED : row.getBoolean("expired") ? State.EXPIRED : State.OPEN)
            .optional().orElse(State.UNKNOWN);
    }

    /** The address of the link with this token, whatever has become of it. */
    Optional<String> email(String token) {
        return jdbc.sql("select email from auth_first_admin_links where token_hash = :hash").param("hash", Secret.hash(token))
            .query(String.class).optional();
    }

    /** The address the token was for, for the one who comes first. */
    Optional<String> consume(String token) {
        return jdbc.sql("""
                update auth_first_admin_links set consumed_at = :now, updated_at = :now
                where token_hash = :hash and consumed_at is null and expires_at > :now returning email""")
            .param("now", now()).param("hash", Secret.hash(token)).query(String.class).optional();
    }

    private String added(String email) {
        var token = Secret.made();
        jdbc.sql("insert into auth_first_admin_links (email, token_hash, expires_at) values (:email, :hash, :expires)")
            .param("email", email).param("hash", Secret.hash(token)).param("expires", now().plus(LIFE)).update();
        return token;
    }

    private OffsetDateTime now() {
        return OffsetDateTime.now(clock);
    }
}
