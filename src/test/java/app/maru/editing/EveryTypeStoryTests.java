package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/** One story for every type, without a script: made with a child of each kind, published, and read by the site. */
@EditingTest
class EveryTypeStoryTests {

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
        var id = new Specimen(editor, types).draft(type);
        assertThat(editor.get("/" + type.path() + "/" + id).text()).contains(Specimen.WORDS);
        assertThat(editor.post("/" + type.path() + "/" + id + "/publication", Map.of("_method", "put", "_acknowledged", "true")).status()).isEqualTo(302);
        var json = DeskBrowser.at(port).get("/api/v1/" + type.path() + "/" + id);
        assertThat(json.status()).as(json.body()).isEqualTo(200);
        assertThat(json.body()).contains(Specimen.WORDS);
        type.children().forEach(child -> assertThat(json.body()).as(child.name()).contains("\"" + child.name() + "\":[{"));
        assertThat(editor.get("/" + type.path() + "/" + id + "/history").status()).isEqualTo(200);
    }
}
