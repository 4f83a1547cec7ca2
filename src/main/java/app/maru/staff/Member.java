package app.maru.staff;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.identity.Role;

/**
 * Somebody of the staff.
 *
 * @param version the lock version
 * @param demo whether they are only there for the demo
 * @param hasComeIn whether they have taken up what invites them
 * @param lastSignIn when they signed in last, if they did
 * @param invitedUntil until when their last link works, if there is one that nobody has used
 */
record Member(UUID id, String name, String email, Role role, Standing standing, int version, boolean demo, boolean hasComeIn,
              @Nullable Instant lastSignIn, @Nullable Instant invitedUntil) {

    /** How somebody stands to the desk. */
    enum Standing {
        INVITED, ACTIVE, SUSPENDED, DEACTIVATED;

        /** The standing as the database and the messages name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Standing named(String key) {
            return valueOf(key.toUpperCase(Locale.ROOT));
        }
    }

    /** How to call them. */
    public String title() {
        return name.isBlank() ? email : name;
    }

    /** The desk's address of them. */
    public String address() {
        return "/staff/" + id;
    }

    Map<String, String> said() {
        return Map.of("staffRole", role.wireName(), "status", standing.key());
    }
}
