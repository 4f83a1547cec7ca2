package app.maru.sessions;

import java.util.regex.Pattern;

/** What a browser shows to be let in: a {@link app.maru.identity.Secret}. */
final class SessionIds {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");

    private SessionIds() {}

    /** Whether it can be one of ours; nothing else is asked of the database. */
    static boolean isPossible(String id) {
        return ID.matcher(id).matches();
    }
}
