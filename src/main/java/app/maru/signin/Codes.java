package app.maru.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Secret;

/**
 * Short codes that come by mail and are typed where they were asked for: a few tries, each later than the one before. What
 * is kept hashes the code with a secret that only the browser holds which asked.
 */
@Repository
class Codes {

    private static final int DIGITS = 6;
    private static final int MOST_TRIES = 5;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    Codes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A code that was made just now: the digits for the mail, the secret for the browser. */
    record Made(String digits, String secret) {}

    /**
     * A code that was typed.
     *
     * @param target the account it was sent to; empty for nobody's
     * @param link the link that was sent with it, if one was
     */
    record Typed(Answer answer, String target, @Nullable UUID link, String redirectTo) {}

    /** What became of a code that was typed. */
    enum Answer {
        RIGHT, WRONG,
        /** It was typed too soon after a wrong one. */
        TOO_SOON,
        /** It has been used, has ended, or was typed wrongly too often. */
        OVER
    }

    /** A new code for the account of this address; an empty one is nobody's. */
    Made make(String target, @Nullable UUID link, String redirectTo, Instant until) {
        var made = new Made(Secret.digits(DIGITS), Secret.made());
        database.sql("delete from auth_otp_codes where expires_at < ?").param(time(clock.instant().minus(KEPT))).update();
        database.sql("""
                insert into auth_otp_codes (link_id, asked_by, target, code_hash, redirect_to, expires_at, created_at)
                values (cast(:link as uuid), :by, :target, :code, :redirect, :until, :now)""")
            .param("link", link).param("by", Secret.hash(made.secret)).param("target", target).param("code", hash(made.secret, made.digits))
            .param("redirect", redirectTo).param("until", time(until)).param("now", time(clock.instant())).update();
        return made;
    }

    /** Holds what was typed against the code that this browser asked for; the right one is used up by that. */
    Typed type(String secret, String digits) {
        return database.sql("""
                update auth_otp_codes set attempt_count = attempt_count + 1, updated_at = :now,
                  throttled_until = case when code_hash = :code then throttled_until else :now + make_interval(secs => power(2, attempt_count)) end,
                  consumed_at = case when code_hash = :code and target <> '' then :now end
                where asked_by = :by and consumed_at is null and expires_at > :now and attempt_count < :most and (throttled_until is null or throttled_until <= :now)
                returning consumed_at is not null as matches, target, link_id, redirect_to""")
            .param("now", time(clock.instant())).param("code", hash(secret, digits)).param("by", Secret.hash(secret)).param("most", MOST_TRIES)
            .query((row, number) -> new Typed(row.getBoolean("matches") ? Answer.RIGHT : Answer.WRONG, row.getString("target"), row.getObject("link_id", UUID.class),
                row.getString("redirect_to")))
            .optional().orElseGet(() -> new Typed(isStillOpen(secret) ? Answer.TOO_SOON : Answer.OVER, "", null, "/"));
    }

    /** Whether this browser asked for a code that can still be typed, if not at once. */
    boolean isStillOpen(String secret) {
        return database.sql("select exists (select from auth_otp_codes where asked_by = :by and consumed_at is null and expires_at > :now and attempt_count < :most)")
            .param("by", Secret.hash(secret)).param("now", time(clock.instant())).param("most", MOST_TRIES).query(Boolean.class).single();
    }

    /** Uses up the code that was sent with this link: the link was followed instead. */
    void consumeWith(UUID link) {
        database.sql("update auth_otp_codes set consumed_at = :now, updated_at = :now where link_id = :link and consumed_at is null")
            .param("now", time(clock.instant())).param("link", link).update();
    }

    /** Uses up all that were sent to this account. */
    void consumeAll(String target) {
        database.sql("update auth_otp_codes set consumed_at = :now, updated_at = :now where target = :target and consumed_at is null")
            .param("now", time(clock.instant())).param("target", target).update();
    }

    private static String hash(String secret, String digits) {
        return Secret.hash(secret + ":" + digits);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
