package app.maru.profiles;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Somebody whom the platform knows.
 *
 * @param version the lock version
 * @param role a job title; what somebody may do here is in {@code staffRole}
 * @param since when they joined, or became known
 * @param staffRole the role of who works at the desk; null for everybody else
 */
record Profile(UUID id, int version, Status status, Details details, Instant since, @Nullable String staffRole) {

    /** How somebody stands to the platform. */
    enum Status {
        INVITED, ACTIVE, SUSPENDED, DEACTIVATED;

        /** The status as the database and the messages name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What an admin may change of it, by field. */
    Map<String, String> said() {
        return Map.of("status", status.key(), "name", details.name(), "email", details.email(), "role", details.role(), "company", details.company(),
            "timezone", details.timezone(), "avatarUrl", details.avatarUrl(), "bio", details.bio());
    }

    /** How to call this person. */
    public String title() {
        return details.name().isBlank() ? details.email() : details.name();
    }
}
