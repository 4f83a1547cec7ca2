package app.maru.content;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Turns a field's value between its three forms: typed text, plain value (text, number, truth), and Java component. */
public final class Values {

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

    /** The text that a form shows for the value. */
    public static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** Whether nothing has been said: absent, or empty text. */
    public static boolean isAbsent(@Nullable Object value) {
        return value == null || value.equals("");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    static @Nullable Object component(Field field, @Nullable Object value) {
        if (field.kind() == Field.Kind.CHOICE && value != null) {
            return Enum.valueOf((Class) field.type(), value.toString().toUpperCase(Locale.ROOT));
        }
        return value;
    }

    static Object wire(Object value) {
        return value instanceof Enum<?> choice ? choice.name().toLowerCase(Locale.ROOT) : value;
    }

    static String snake(String camel) {
        return HUMP.matcher(camel).replaceAll("_").toLowerCase(Locale.ROOT);
    }
}
