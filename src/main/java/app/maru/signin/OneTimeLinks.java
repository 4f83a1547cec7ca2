package app.maru.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Secret;

/** Links that work once and not for long; only what their token hashes to is kept. */
@Repository
class OneTimeLinks {

    /** What a link is for. */
    enum Purpose {
        SIGN_IN, PASSWORD_RESET;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What has become of a link. */
    enum State { OPEN, USED, EXPIRED, UNKNOWN }

    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    OneTimeLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A link that was made just now, with what its mail carries. */
    record Made(UUID id, String token) {}

    /** Whom a link was for, and where they wanted to go. */
    record Followed(UUID id, String email, String redirectTo) {}

    /** A new link for the account of this address; an empty one is nobody's. */
    Made make(Purpose purpose, String email, String redirectTo, Instant until) {
        var token = Secret.made();
        database.sql("delete from auth_magic_links where expires_at < ?").param(time(clock.instant().minus(KEPT))).update();
        var id = database.sql("""
                insert into auth_magic_links (purpose, token, email, redirect_to, expires_at, created_at)
                values (:purpose, :token, :email, :redirect, :until, :now) returning link_id""")
            .param("purpose", purpose.wireName()).param("token", Secret.hash(token)).param("email", email).param("redirect", redirectTo)
            .param("until", time(until)).param("now", time(clock.instant())).query(UUID.class).single();
        return new Made(id, token);
    }

    State state(Purpose purpose, String token) {
        return database.sql("select consumed_at is not null as used, expires_at <= :now as expired from auth_magic_links where token = :token and purpose = :purpose")
            .param("now", time(clock.instant())).param("token", Secret.hash(token)).param("purpose", purpose.wireName())
            .query((row, number) -> row.getBoolean("used") ? State.USED : row.getBoolean("expired") ? State.EXPIRED : State.OPEN)
            .optional().orElse(State.UNKNOWN);
    }

    /** The account that a link is for, while it is open. */
    Optional<String> email(Purpose purpose, String token) {
        return database.sql("select email from auth_magic_links where token = :token and purpose = :purpose and consumed_at is null and expires_at > :now")
            .param("now", time(clock.instant())).param("token", Secret.hash(token)).param("purpose", purpose.wireName()).query(String.class).optional();
    }

    /** Uses the link up, for the one who comes first. */
    Optional<Followed> consume(Purpose purpose, String token) {
        return database.sql("""
                update auth_magic_links set consumed_at = :now, updated_at = :now
                where token = :token and purpose = :purpose and consumed_at is null and expires_at > :now returning link_id, email, redirect_to""")
            .param("now", time(clock.instant())).param("token", Secret.hash(token)).param("purpose", purpose.wireName())
            .query((row, number) -> new Followed(row.getObject("link_id", UUID.class), row.getString("email"), row.getString("redirect_to"))).optional();
    }

    /** Uses up this one too: its code was typed instead. */
    void consume(UUID id) {
        database.sql("update auth_magic_links set consumed_at = :now, updated_at = :now where link_id = :id and consumed_at is null")
            .param("now", time(clock.instant())).param("id", id).update();
    }

    /** Uses up all that were sent to this account. */
    void consumeAll(String email) {
        database.sql("update auth_magic_links set consumed_at = :now, updated_at = :now where lower(email) = lower(:email) and consumed_at is null")
            .param("now", time(clock.instant())).param("email", email).update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
