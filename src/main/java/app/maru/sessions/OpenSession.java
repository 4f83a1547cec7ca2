package app.maru.sessions;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somewhere a person is signed in.
 *
 * @param address from where they signed in, if that is known
 * @param usedAt when it was last used, to the minute
 * @param current whether it is the one that asks
 */
public record OpenSession(UUID id, Device device, @Nullable String address, Instant begunAt, Instant usedAt, boolean current) {
}
