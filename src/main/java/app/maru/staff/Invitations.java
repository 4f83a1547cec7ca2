package app.maru.staff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Secret;

/** The links that let people into the staff; only what a token hashes to is kept, and only the last of a person holds. */
@Repository
class Invitations {

    static final Duration LIFE = Duration.ofDays(7);

    private static final String HOLDS = """
        consumed_at is null and expires_at > :now and exists (select from profiles where id = profile_id and status = 'invited' and deleted_at is null)
          and not exists (select from auth_invitations later where later.profile_id = auth_invitations.profile_id and later.id > auth_invitations.id)
        """;

    private final JdbcClient database;
    private final Clock clock;

    Invitations(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A link that was made just now: nobody can read its token again. */
    record Made(String token, Instant until) {}

    Made make(UUID person, UUID by) {
        var made = new Made(Secret.made(), clock.instant().plus(LIFE));
        database.sql("insert into auth_invitations (profile_id, token_hash, invited_by, expires_at) values (:person, :hash, :by, :until)")
            .param("person", person).param("hash", Secret.hash(made.token)).param("by", by).param("until", time(made.until)).update();
        return made;
    }

    /** Whom a link invites, while it holds. */
    Optional<UUID> invited(String token) {
        return database.sql("select profile_id from auth_invitations where token_hash = :hash and " + HOLDS).param("hash", Secret.hash(token)).param("now", time(clock.instant()))
            .query(UUID.class).optional();
    }

    /** Uses the link up, for the one who comes first. */
    Optional<UUID> consume(String token) {
        return database.sql("update auth_invitations set consumed_at = :now, updated_at = :now where token_hash = :hash and " + HOLDS + " returning profile_id")
            .param("hash", Secret.hash(token)).param("now", time(clock.instant())).query(UUID.class).optional();
    }

    /** Uses up the one of whoever has that address. */
    Optional<UUID> consumeOf(String email) {
        return database.sql("""
                update auth_invitations set consumed_at = :now, updated_at = :now
                where profile_id = (select id from profiles where lower(email) = lower(:email)) and %s returning profile_id""".formatted(HOLDS))
            .param("email", email).param("now", time(clock.instant())).query(UUID.class).optional();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
