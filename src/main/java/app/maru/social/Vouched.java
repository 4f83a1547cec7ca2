package app.maru.social;

import org.jspecify.annotations.Nullable;

/**
 * Somebody for whom a provider has vouched.
 *
 * @param clientId for which of its apps it did: another app may call other people by the same subject
 * @param subject how the provider calls them, for ever
 * @param email their address, if the provider has made sure that it is theirs
 */
record Vouched(Provider provider, String clientId, String subject, @Nullable String email) {
}
