package app.maru.editing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.ContentType;
import app.maru.content.Field;
import app.maru.content.MarkdownText;
import app.maru.content.Snapshot;
import app.maru.content.Values;

/** Turns what an entry says into what a page for visitors is made of. Where nothing is said, there is null. */
@Component
class ShownContent {

    private final Words words;

    ShownContent(Words words) {
        this.words = words;
    }

    /**
     * Markdown, rendered.
     *
     * @param sanitised its HTML, safe to stand in a page
     */
    record Text(String sanitised) {
    }

    /** Where a link leads, or a picture comes from. */
    record Link(String address) {

        /** Whether a browser loads it here: what belongs to the site is not on the desk. */
        public boolean loaded() {
            return MarkdownText.isLoaded(address);
        }

        public boolean film() {
            return address.matches("(?i).*\\.(mp4|webm|mov|m4v)([?#].*)?");
        }

        /** Whether it leads to another place of the same page. */
        public boolean anchor() {
            return address.startsWith("#");
        }
    }

    /** A value with its label, for a page that knows nothing of the type. */
    record Part(String labelKey, Field.Kind kind, Object value) {
    }

    /** The children of one kind with their label, for such a page. */
    record PartList(String labelKey, List<List<Part>> items) {
    }

    /** The values by the names of their fields, and the children in order by the name of their kind, each the same way. */
    Map<String, @Nullable Object> of(ContentType type, Snapshot snapshot) {
        var content = values(type.fields(), snapshot.fields());
        type.children().forEach(child -> content.put(child.name(),
            snapshot.items(child.name()).stream().map(item -> values(child.fields(), item.fields())).toList()));
        return content;
    }

    private Map<String, @Nullable Object> values(List<Field> fields, Map<String, @Nullable Object> values) {
        var shown = new HashMap<String, @Nullable Object>();
        fields.forEach(field -> shown.put(field.name(), isSaid(values.get(field.name())) ? value(field, values.get(field.name())) : null));
        return shown;
    }

    private static boolean isSaid(@Nullable Object value) {
        return !Values.isAbsent(value) && !(value instanceof String text && text.isBlank());
    }

    private Object value(Field field, Object value) {
        return switch (field.kind()) {
            case MARKDOWN -> new Text(MarkdownText.preview(value.toString()));
            case LINK -> new Link(value.toString());
            case RELATION -> words.related(value.toString());
            default -> value;
        };
    }

    /** The root fields one after the other, without its title and what visitors do not read. */
    List<Part> parts(ContentType type, Snapshot snapshot) {
        return parts(type.fields().stream().filter(field -> !field.equals(type.title())).toList(), type.messageKey(), snapshot.fields());
    }

    /** The children that there are, kind by kind. */
    List<PartList> lists(ContentType type, Snapshot snapshot) {
        return type.children().stream().filter(child -> !snapshot.items(child.name()).isEmpty()).map(child -> new PartList(Words.key(type, child),
            snapshot.items(child.name()).stream().map(item -> parts(child.fields(), Words.key(type, child), item.fields())).toList())).toList();
    }

    private List<Part> parts(List<Field> fields, String key, Map<String, @Nullable Object> values) {
        return fields.stream().filter(field -> field.kind() != Field.Kind.SLUG && field.kind() != Field.Kind.FLAG && isSaid(values.get(field.name())))
            .map(field -> part(field, key + "." + field.name(), values.get(field.name()))).toList();
    }

    private Part part(Field field, String labelKey, Object value) {
        return new Part(labelKey, field.kind(), field.kind() == Field.Kind.CHOICE ? words.value(field, labelKey, value) : value(field, value));
    }
}
