package app.maru.passkeys;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * A key that a device keeps for a person.
 *
 * @param label what the person calls it
 * @param usedAt when they signed in with it last, if they have
 * @param backedUp whether their other devices have it too
 */
public record Passkey(UUID id, String label, Instant createdAt, @Nullable Instant usedAt, boolean backedUp) {

    static final int LONGEST_LABEL = 60;

    /** What somebody typed as the name of one, as it is kept; empty for nothing. */
    static String label(String typed) {
        var label = typed.replace("\0", "").strip();
        return label.substring(0, label.offsetByCodePoints(0, label.codePointCount(0, Math.min(label.length(), LONGEST_LABEL))));
    }
}
