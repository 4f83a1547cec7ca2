package app.maru.social;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the browser of somebody keeps, locked, while they are at a provider.
 *
 * @param state what the provider's answer must bring back
 * @param nonce what a signed answer must have in it
 * @param verifier what proves that whoever brings the code is who asked for it
 * @param page where they wanted to go
 */
record Errand(Provider provider, String state, @Nullable String nonce, String verifier, String page, Instant until) {
}
