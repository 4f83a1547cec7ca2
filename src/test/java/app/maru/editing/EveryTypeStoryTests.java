package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Field;
import app.maru.content.Paths;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/** One story for every type, without a script: made with a child of each kind, published, and read by the site. */
@EditingTest
class EveryTypeStoryTests {

    private static final String WORDS = "쓱싹 만든 이야기 🎬";

    @LocalServerPort int port;
    @Autowired ContentTypes types;

    @TestFactory
    Stream<DynamicTest> anEntryIsMadePublishedAndRead() {
        return types.all().stream().map(type -> dynamicTest(type.path(), () -> story(type)));
    }

    private void story(ContentType type) {
        var editor = DeskBrowser.signedIn(port, Role.EDITOR);
        var form = editor.get("/" + type.path() + "/new");
        type.fields().forEach(field -> assertThat(form.body()).as("a control for %s", field.name()).contains("name=\"" + field.name() + "\""));
        var id = made(editor, type);
        assertThat(editor.get("/" + type.path() + "/" + id).text()).contains(WORDS);
        assertThat(editor.post("/" + type.path() + "/" + id + "/publication", Map.of("_method", "put", "_acknowledged", "true")).status()).isEqualTo(302);
        var json = DeskBrowser.at(port).get("/api/v1/" + type.path() + "/" + id);
        assertThat(json.status()).as(json.body()).isEqualTo(200);
        assertThat(json.body()).contains(WORDS);
        type.children().forEach(child -> assertThat(json.body()).as(child.name()).contains("\"" + child.name() + "\":[{"));
        assertThat(editor.get("/" + type.path() + "/" + id + "/history").status()).isEqualTo(200);
    }

    private UUID made(DeskBrowser editor, ContentType type) {
        var id = UUID.randomUUID();
        var form = new HashMap<String, String>();
        form.put("_entry", id.toString());
        type.fields().forEach(field -> form.put(field.name(), field.target() == null ? value(field) : published(editor, types.of(field.target())).toString()));
        for (var child : type.children()) {
            var card = UUID.randomUUID();
            form.put(Paths.order(child.name()), card.toString());
            child.fields().forEach(field -> form.put(Paths.of(child.name(), card, field.name()), value(field)));
        }
        assertThat(editor.post("/" + type.path(), form).location()).isEqualTo("/" + type.path() + "/" + id);
        return id;
    }

    private UUID published(DeskBrowser editor, ContentType type) {
        var id = made(editor, type);
        assertThat(editor.post("/" + type.path() + "/" + id + "/publication", Map.of("_method", "put", "_acknowledged", "true")).status()).isEqualTo(302);
        return id;
    }

    private static String value(Field field) {
        return switch (field.kind()) {
            case SLUG -> "story-" + UUID.randomUUID();
            case LINK -> "https://maru.example/story";
            case ICON -> "film";
            case FLAG -> "true";
            case NUMBER -> "7";
            case CHOICE -> field.choices().getFirst();
            case TAGS -> "숏폼, 🎬 영상, 숏폼";
            case RELATION -> throw new IllegalArgumentException(field.name());
            case TEXT, LONG_TEXT, MARKDOWN -> field.maxLength() < 20 ? "이야기" : WORDS;
        };
    }
}
