package app.maru.content;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * One value of an entry or of a child, as its record's component declares it.
 *
 * @param name the component's name; also its name in JSON and in a form's paths
 * @param maxLength how many characters its text may have
 * @param required whether publishing demands it
 * @param optional whether it may be absent (null) rather than empty
 * @param choices what may be chosen, by wire name; empty unless the kind is {@link Kind#CHOICE}
 * @param initial what a new entry holds
 * @param target the path of the type that it points to; null unless the kind is {@link Kind#RELATION}
 */
public record Field(String name, Kind kind, int maxLength, int least, int most, boolean required, boolean optional,
                    List<String> choices, @Nullable Object initial, Class<?> type, @Nullable String target) {

    /** What a field holds, and so how it is asked for, checked and delivered. */
    public enum Kind {
        TEXT, LONG_TEXT, MARKDOWN, SLUG, LINK, ICON, CHOICE, FLAG, NUMBER, RELATION, TAGS;

        /** Whether the value is text of any wording, several lines included. */
        public boolean multiline() {
            return this == LONG_TEXT || this == MARKDOWN;
        }
    }

    private static final int LONGEST_LINE = 250;

    static Field of(Class<?> record, RecordComponent component) {
        var marks = marks(record, component);
        var type = component.getType();
        int length = marks.find(Size.class).map(Size::max).orElse(marks.has(Slugged.class) ? 96 : Integer.MAX_VALUE);
        boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        var field = new Field(component.getName(), kind(type, marks, length), length,
            marks.find(Min.class).map(min -> (int) min.value()).orElse(Integer.MIN_VALUE),
            marks.find(Max.class).map(max -> (int) max.value()).orElse(Integer.MAX_VALUE),
            marks.has(NotBlank.class) || marks.has(NotNull.class), optional, choices(type), null, type,
            marks.find(Relation.class).map(Relation::value).orElse(null));
        return field.startingWith(marks.find(Default.class).map(Default::value).orElse(""));
    }

    private static Marks marks(Class<?> record, RecordComponent component) {
        try {
            return new Marks(record.getDeclaredField(component.getName()));
        } catch (NoSuchFieldException e) {
            throw new IllegalArgumentException(record + " is not a record", e);
        }
    }

    private static Kind kind(Class<?> type, Marks marks, int length) {
        if (type == boolean.class) return Kind.FLAG;
        if (type == int.class || type == Integer.class) return Kind.NUMBER;
        if (type.isEnum()) return Kind.CHOICE;
        if (type == Tags.class) return Kind.TAGS;
        if (marks.has(Relation.class)) return Kind.RELATION;
        if (type != String.class) throw new IllegalArgumentException(type + " cannot be a field of content");
        if (marks.has(Slugged.class)) return Kind.SLUG;
        if (marks.has(Markdown.class)) return Kind.MARKDOWN;
        if (marks.has(Link.class)) return Kind.LINK;
        if (marks.has(Icon.class)) return Kind.ICON;
        return length > LONGEST_LINE ? Kind.LONG_TEXT : Kind.TEXT;
    }

    private static List<String> choices(Class<?> type) {
        return type.isEnum() ? Arrays.stream(type.getEnumConstants()).map(Values::wire).map(Object::toString).toList() : List.of();
    }

    private Field startingWith(String text) {
        return new Field(name, kind, maxLength, least, most, required, optional, choices, Values.parse(this, text).orElse(null), type, target);
    }

    /** The name of its column: the component's in snake case, with {@code _id} behind it where it points to another entry. */
    public String column() {
        return Values.snake(name) + (target == null ? "" : "_id");
    }

    /** Whether lists can be filtered by it: it is short and says one thing. */
    public boolean filterable() {
        return !kind.multiline() && kind != Kind.TAGS;
    }

    /** Whether lists can be sorted by it: it can be compared with others. */
    public boolean sortable() {
        return filterable() && kind != Kind.RELATION;
    }

    /** Whether it takes part in what a search finds. */
    boolean searchable() {
        return kind == Kind.TEXT;
    }

    /** The choice of that wire name, upper and lower case alike. */
    Optional<String> choice(String text) {
        return choices.stream().filter(text.toLowerCase(Locale.ROOT)::equals).findFirst();
    }

    private record Marks(java.lang.reflect.Field field) {
        boolean has(Class<? extends java.lang.annotation.Annotation> mark) {
            return field.isAnnotationPresent(mark);
        }

        <A extends java.lang.annotation.Annotation> Optional<A> find(Class<A> mark) {
            return Optional.ofNullable(field.getAnnotation(mark));
        }
    }
}
