package app.maru.identity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What lets a machine in, without what it shows: that is known to the machine alone.
 *
 * @param prefix how it begins, to be told from others
 * @param by who made it, if they are still known
 * @param expiresAt when it ends by itself; null for never
 */
public record Token(UUID id, String name, String prefix, Set<Scope> scopes, @Nullable UUID by, Instant madeAt, @Nullable Instant expiresAt,
                    @Nullable Instant lastUsedAt, @Nullable Instant revokedAt) {

    public Token {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it lets a machine in at that moment. */
    public boolean holds(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }
}
