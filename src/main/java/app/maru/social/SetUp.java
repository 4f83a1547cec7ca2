package app.maru.social;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A provider as an admin has set it up.
 *
 * @param clientId the name that it gave to Maru
 * @param secret what proves Maru to it, locked
 * @param redirectUri the address that was registered there
 * @param teamId of Apple: whose key it is
 * @param keyId of Apple: which key of theirs
 */
record SetUp(Provider provider, String clientId, String secret, String redirectUri, List<String> scopes, boolean enabled, @Nullable String teamId, @Nullable String keyId,
             int version, Instant changedAt) {

    SetUp {
        scopes = List.copyOf(scopes);
    }

    /** What the log says of it; never the secret. */
    Map<String, String> said() {
        return Map.of("clientId", clientId, "teamId", teamId == null ? "" : teamId, "keyId", keyId == null ? "" : keyId, "redirectUri", redirectUri, "enabled", String.valueOf(enabled));
    }
}
