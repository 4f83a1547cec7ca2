package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Field;
import app.maru.content.Paths;
import app.maru.identity.DeskBrowser;

/** An entry of any type that says something in all of its fields, with a child of each kind; no two of its texts are alike. */
final class Specimen {

    static final String WORDS = "쓱싹 만든 이야기 🎬";

    private final DeskBrowser editor;
    private final ContentTypes types;

    Specimen(DeskBrowser editor, ContentTypes types) {
        this.editor = editor;
        this.types = types;
    }

    /** Stored as a draft. What it points to is live. */
    UUID draft(ContentType type) {
        var id = UUID.randomUUID();
        var form = new HashMap<String, String>();
        form.put("_entry", id.toString());
        editor.get("/" + type.path() + "/new");
        type.fields().forEach(field -> form.put(field.name(), field.target() == null ? value(field, "") : live(types.of(field.target())).toString()));
        for (var child : type.children()) {
            var card = UUID.randomUUID();
            form.put(Paths.order(child.name()), card.toString());
            child.fields().forEach(field -> form.put(Paths.of(child.name(), card, field.name()), value(field, child.name())));
        }
        assertThat(editor.post("/" + type.path(), form).location()).isEqualTo("/" + type.path() + "/" + id);
        return id;
    }

    UUID live(ContentType type) {
        var id = draft(type);
        assertThat(editor.post("/" + type.path() + "/" + id + "/publication", Map.of("_method", "put", "_acknowledged", "true")).status()).isEqualTo(302);
        return id;
    }

    /** Every text that is in it, by where it stands. */
    static Map<String, String> texts(ContentType type) {
        var texts = new LinkedHashMap<String, String>();
        texts(type.fields(), "", texts);
        type.children().forEach(child -> texts(child.fields(), child.name(), texts));
        return texts;
    }

    private static void texts(List<Field> fields, String children, Map<String, String> texts) {
        fields.stream().filter(field -> field.kind() == Field.Kind.TEXT || field.kind().multiline())
            .forEach(field -> texts.put((children + " " + field.name()).strip(), value(field, children)));
    }

    /** What stands in the field; in one of a child's, the name of its kind is given. */
    static String value(Field field, String children) {
        return switch (field.kind()) {
            case SLUG -> "story-" + UUID.randomUUID();
            case LINK -> "https://maru.example/story";
            case ICON -> "film";
            case FLAG -> "true";
            case NUMBER -> "7";
            case CHOICE -> field.choices().getFirst();
            case TAGS -> "숏폼, 🎬 영상, 숏폼";
            case RELATION -> throw new IllegalArgumentException(field.name());
            case TEXT, LONG_TEXT, MARKDOWN -> (WORDS + " " + children + " " + field.name()).replaceAll(" +", " ");
        };
    }
}
