package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/** How a person takes several categories down at once of which one is still in use. */
@EditingTest
class LeavingJourneyTests {

    @LocalServerPort int port;

    String mark;
    @AutoClose
    Browser browser;

    @BeforeEach
    void aCategoryInUseAndAnEmptyOne() {
        mark = "j" + UUID.randomUUID().toString().substring(0, 8);
        var editor = DeskBrowser.signedIn(port, Role.EDITOR);
        editor.get("/usecases/categories/new");
        var used = created(editor, "usecases/categories", Map.of("name", "식당 " + mark, "slug", "food-" + mark));
        created(editor, "usecases/categories", Map.of("name", "빈 분야 " + mark, "slug", "empty-" + mark));
        created(editor, "usecases/case-studies", Map.of("title", "소금빵 가게 " + mark, "slug", "bread-" + mark, "category", used.toString()));
        browser = Browser.at(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light 1280", "dark 390"})
    void severalAreTakenDownAndWhatIsInUseOnlyKnowingly(String look) {
        var list = ListPage.openedIn(browser.sized(Integer.parseInt(look.split(" ")[1]), 844), Role.EDITOR);
        var shown = look.startsWith("dark") ? browser.dark() : browser;
        var categories = "/usecases/categories?search=" + mark;
        list.elsewhere(categories).tick("식당 " + mark).tick("빈 분야 " + mark).all("Publish").says("2 published.");
        list.elsewhere("/usecases/case-studies?search=" + mark).tick("소금빵 가게 " + mark).all("Publish").says("1 published.");

        list.elsewhere(categories).tick("식당 " + mark).tick("빈 분야 " + mark).all("Unpublish").says("1 unpublished, 1 not.");

        assertThat(list.text()).contains("One entry is pointed to by others, and was kept back.", "One published entry points to this", "소금빵 가게 " + mark);
        assertThat(shown.accessibilityProblems()).isEmpty();
        assertThat(shown.overflow()).isZero();
        photographed(shown, look);
        list.goOn("Unpublish it all the same").says("1 unpublished.");
        list.undo();
        assertThat(list.elsewhere(categories + "&state=published").titles()).containsExactly("식당 " + mark);
    }

    private static void photographed(Browser shown, String look) {
        var folder = System.getProperty("maru.photographs");
        if (folder != null) {
            shown.photograph(java.nio.file.Path.of(folder, (look + " batch held").replaceAll("[^A-Za-z0-9]+", "-") + ".png"));
        }
    }

    private static UUID created(DeskBrowser editor, String type, Map<String, String> fields) {
        var id = UUID.randomUUID();
        var form = new java.util.HashMap<>(fields);
        form.put("_entry", id.toString());
        assertThat(editor.post("/" + type, form).location()).isEqualTo("/" + type + "/" + id);
        return id;
    }
}
