package app.maru.tasks;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The page of this room to which somebody returns who did something from there. */
final class Back {

    static final String NAME = "back";

    private static final Pattern WITHIN_THE_ROOM = Pattern.compile("/tasks(/[0-9a-f-]{36})?(\\?[\\w=&%.+~*-]*)?");

    private Back() {
    }

    static Optional<String> of(Map<String, String> sent) {
        return Optional.ofNullable(sent.get(NAME)).filter(WITHIN_THE_ROOM.asMatchPredicate());
    }
}
