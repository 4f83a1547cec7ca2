package app.maru.identity;

import java.security.SecureRandom;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The tokens of machines; only what they hash to is kept, and who makes or revokes one stands in the log. */
@Repository
public class Tokens {

    /** The longest name of a token. */
    public static final int LONGEST_NAME = 120;

    private static final String BEGINNING = "maru_";
    private static final int SHOWN = 12;
    private static final int BYTES = 32;
    private static final Duration BETWEEN_USES = Duration.ofMinutes(1);

    private final JdbcClient database;
    private final AuditLog log;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Tokens(JdbcClient database, AuditLog log, Clock clock) {
        this.database = database;
        this.log = log;
        this.clock = clock;
    }

    /** A token that was made just now, and what the machine shows: nobody can read that again. */
    public record Made(Token token, String secret) {}

    /** Makes a token for one machine. */
    @Transactional
    public Made make(String name, Set<Scope> scopes, @Nullable Duration life, Person by) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = BEGINNING + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var token = database.sql("""
                insert into auth_tokens (name, prefix, token_hash, scopes, created_by, expires_at, created_at)
                values (:name, :prefix, :hash, :scopes, :by, :expires, :now) returning *""")
            .param("name", name).param("prefix", secret.substring(0, SHOWN)).param("hash", Secret.hash(secret))
            .param("scopes", scopes.stream().map(Scope::wireName).toArray(String[]::new)).param("by", by.id())
            .param("expires", life == null ? null : time(now.plus(life)), Types.TIMESTAMP_WITH_TIMEZONE).param("now", time(now)).query(Tokens::read).single();
        log.write(act("token_created", token).changing(Map.of(), said(token)));
        return new Made(token, secret);
    }

    /** All of them, those that hold first, the newest first. */
    public List<Token> all() {
        return database.sql("select * from auth_tokens order by revoked_at is not null, id desc limit 500").query(Tokens::read).list();
    }

    /** Lets the machine in no more; the token that no longer holds, if it did until now. */
    @Transactional
    public Optional<Token> revoke(UUID id, Person by) {
        var revoked = database.sql("update auth_tokens set revoked_at = :now, revoked_by = :by, updated_at = :now where token_id = :id and revoked_at is null returning *")
            .param("now", time(clock.instant())).param("by", by.id()).param("id", id).query(Tokens::read).optional();
        revoked.ifPresent(token -> log.write(act("token_revoked", token).changing(said(token), Map.of())));
        return revoked;
    }

    private static Act act(String name, Token token) {
        return Act.of(name, "tokens", token.id(), token.name());
    }

    private static Map<String, ?> said(Token token) {
        return Map.of("prefix", token.prefix(), "scopes", token.scopes().stream().map(Scope::wireName).sorted().collect(Collectors.joining(", ")),
            "expires", token.expiresAt() == null ? "" : token.expiresAt());
    }

    /** The token of which this is shown, if it holds; that it was used is noted once a minute. */
    Optional<Token> shown(String secret) {
        var now = clock.instant();
        var token = database.sql("select * from auth_tokens where token_hash = ?").param(Secret.hash(secret)).query(Tokens::read).optional().filter(one -> one.holds(now));
        token.filter(one -> one.lastUsedAt() == null || one.lastUsedAt().isBefore(now.minus(BETWEEN_USES))).ifPresent(one ->
            database.sql("update auth_tokens set last_used_at = ? where token_id = ?").param(time(now)).param(one.id()).update());
        return token;
    }

    private static Token read(ResultSet row, int number) throws SQLException {
        return new Token(row.getObject("token_id", UUID.class), row.getString("name"), row.getString("prefix"), scopes(row.getArray("scopes")),
            row.getObject("created_by", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "expires_at"),
            instant(row, "last_used_at"), instant(row, "revoked_at"));
    }

    private static Set<Scope> scopes(Array names) throws SQLException {
        return Stream.of((String[]) names.getArray()).map(Scope::named).collect(Collectors.toSet());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
