package app.maru.content;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Turns a field's value between its three forms: typed text, plain value (text, number, truth), and Java component. */
public final class Values {

    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");
    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");

    private Values() {
    }

    /**
     * The plain value that the text stands for.
     *
     * @return empty when the text is no value of the field, such as letters in a number
     */
    static Optional<Object> parse(Field field, String text) {
        return switch (field.kind()) {
            case FLAG -> Optional.of(text.equals("true") || text.equals("on"));
            case NUMBER -> number(text.strip());
            case CHOICE -> field.choice(text.strip()).map(choice -> choice);
            case SLUG, LINK, ICON -> Optional.of(text.strip());
            case RELATION -> Optional.of(text.strip()).filter(Values::isId).map(id -> id);
            case TAGS -> Optional.of(Tags.typed(text).words());
            default -> Optional.of(text);
        };
    }

    private static Optional<Object> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Whether the text is a public id as Maru writes it; {@link UUID#fromString} takes others too. */
    public static boolean isId(String text) {
        return UUID_FORM.matcher(text).matches();
    }

    /** The text without what no database can hold: NUL, and halves of a character. */
    public static String storable(String text) {
        return UNSTORABLE.matcher(text).replaceAll("");
    }

    /** The text that a form shows for the value. */
    public static String text(@Nullable Object value) {
        return value == null ? "" : value instanceof List<?> words ? words.stream().map(Object::toString).collect(Collectors.joining(", ")) : value.toString();
    }

    /** Whether nothing has been said: absent, or empty. */
    public static boolean isAbsent(@Nullable Object value) {
        return value == null || value.equals("") || value.equals(List.of());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static @Nullable Object component(Field field, @Nullable Object value) {
        return value == null ? null : switch (field.kind()) {
            case CHOICE -> Enum.valueOf((Class) field.type(), value.toString().toUpperCase(Locale.ROOT));
            case RELATION -> UUID.fromString(value.toString());
            case TAGS -> new Tags((List<String>) value);
            default -> value;
        };
    }

    static Object wire(Object value) {
        return value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value;
    }

    static String snake(String camel) {
        return HUMP.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
