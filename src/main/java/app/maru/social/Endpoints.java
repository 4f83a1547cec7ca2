package app.maru.social;

import org.jspecify.annotations.Nullable;

/**
 * The addresses of a provider.
 *
 * @param authorization where people are sent to
 * @param token where the code that they bring back is exchanged
 * @param user where one asks who they are, if it is not in a signed token
 * @param keys the keys with which such a token is signed
 * @param issuer how the provider calls itself in it
 */
record Endpoints(@Nullable String authorization, @Nullable String token, @Nullable String user, @Nullable String keys, @Nullable String issuer) {

    /** The same with what another names instead. */
    Endpoints with(@Nullable Endpoints other) {
        return other == null ? this : new Endpoints(either(other.authorization, authorization), either(other.token, token), either(other.user, user), either(other.keys, keys), either(other.issuer, issuer));
    }

    private static @Nullable String either(@Nullable String first, @Nullable String second) {
        return first == null ? second : first;
    }
}
