package app.maru.identity;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody has another password, told in the transaction that gives it to them.
 *
 * @param session where they chose it, which goes on; null when nothing goes on
 */
public record PasswordChanged(UUID person, @Nullable String session) {
}
