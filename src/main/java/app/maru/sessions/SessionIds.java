package app.maru.sessions;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a browser shows to be let in: 256 random bits. */
final class SessionIds {

    private static final int BYTES = 32;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SessionIds() {}

    static String next() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it can be one of ours; nothing else is asked of the database. */
    static boolean isPossible(String id) {
        return ID.matcher(id).matches();
    }
}
