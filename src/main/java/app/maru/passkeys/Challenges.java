package app.maru.passkeys;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.Secret;

/** What a device is to sign: random, for one browser and one purpose, once and not for long. */
@Repository
class Challenges {

    /** In which the browser of who is to prove something keeps its secret. */
    static final String COOKIE = "maru-passkey";
    static final Duration LIFE = Duration.ofMinutes(5);

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Clock clock;

    Challenges(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A new one for whoever holds this secret, in place of the one before. */
    byte[] make(String holder) {
        var challenge = new byte[BYTES];
        RANDOM.nextBytes(challenge);
        database.sql("delete from auth_passkey_challenges where id in (select id from auth_passkey_challenges where expires_at < :now limit 100 for update skip locked)")
            .param("now", time(clock.instant())).update();
        database.sql("""
                insert into auth_passkey_challenges (holder_hash, challenge, expires_at) values (:holder, :challenge, :until)
                on conflict (holder_hash) do update set challenge = excluded.challenge, expires_at = excluded.expires_at, updated_at = now()""")
            .param("holder", Secret.hash(holder)).param("challenge", challenge).param("until", time(clock.instant().plus(LIFE))).update();
        return challenge;
    }

    /** Uses up the one of whoever holds this secret, for the answer that comes first. */
    Optional<byte[]> take(String holder) {
        return database.sql("delete from auth_passkey_challenges where holder_hash = :holder returning case when expires_at > :now then challenge end")
            .param("holder", Secret.hash(holder)).param("now", time(clock.instant())).query((row, number) -> Optional.ofNullable(row.getBytes(1))).optional().flatMap(open -> open);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    /** Who holds a challenge, where it is the browser that has this secret. */
    static String holder(String secret) {
        return "enter:" + secret;
    }
}
