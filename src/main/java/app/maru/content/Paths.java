package app.maru.content;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a form names its fields: {@code name} for a root field, {@code features.{id}.label} for a child's. */
public final class Paths {

    /** Begins the name of everything in a form that is not a field: version, token, marks and commands. */
    public static final String CONTROL = "_";

    private static final Pattern CARD = Pattern.compile("([A-Za-z]+)\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");
    private static final Pattern CHILD = Pattern.compile(CARD.pattern() + "\\.([A-Za-z]+)");

    private Paths() {
    }

    /** The path of a child's field. */
    public static String of(String children, UUID id, String field) {
        return of(children, id) + "." + field;
    }

    /** The name under which a form lists the ids of its cards, once for each card, in order. */
    public static String order(String children) {
        return CONTROL + "order." + children;
    }

    /** The name under which a form marks cards that are to be removed. */
    public static String removed(String children) {
        return CONTROL + "removed." + children;
    }

    /** The path of a child as a whole. */
    public static String of(String children, UUID id) {
        return children + "." + id;
    }

    /** A child's field, taken apart. */
    public record ChildPath(String children, UUID id, String field) {}

    /** The child's field that the path names; empty when it names another place. */
    public static Optional<ChildPath> child(String path) {
        var match = CHILD.matcher(path);
        return match.matches() ? Optional.of(new ChildPath(match.group(1), UUID.fromString(match.group(2)), match.group(3))) : Optional.empty();
    }

    /** A child as a whole, taken apart. */
    public record Card(String children, UUID id) {}

    /** The child that the path names as a whole; empty when it names another place. */
    public static Optional<Card> card(String path) {
        var match = CARD.matcher(path);
        return match.matches() ? Optional.of(new Card(match.group(1), UUID.fromString(match.group(2)))) : Optional.empty();
    }
}
