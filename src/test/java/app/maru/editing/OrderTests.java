package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@CatalogueTest
class OrderTests {

    private static final String LIST = "/billing/products";

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    DeskBrowser editor;

    @BeforeEach
    void theCompanysPlans() {
        catalogue.emptied().ordinary();
        editor = DeskBrowser.signedIn(port, Role.EDITOR);
        editor.get(LIST);
    }

    @Test
    void anEntryMovesBehindAnotherBeforeAnotherOrToTheTop() {
        move(editor, "팀", Map.of("after", id("Enterprise")));
        assertThat(catalogue.order()).containsExactly("무료", "크리에이터", "Enterprise", "팀", "스타터 2023", "에이전시");

        move(editor, "에이전시", Map.of("before", id("크리에이터")));
        assertThat(catalogue.order()).containsExactly("무료", "에이전시", "크리에이터", "Enterprise", "팀", "스타터 2023");

        move(editor, "스타터 2023", Map.of("after", ""));
        assertThat(catalogue.order()).startsWith("스타터 2023", "무료", "에이전시");
    }

    @Test
    void movingWhatVisitorsSeeIsAnEditionAndMovingADraftIsNone() {
        long before = catalogue.newestEdition();

        move(editor, "에이전시", Map.of("after", ""));
        assertThat(catalogue.newestEdition()).isEqualTo(before);

        move(editor, "팀", Map.of("after", ""));
        assertThat(catalogue.newestEdition()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"after, 무료", "before, 팀", "after, 크리에이터", "before, 크리에이터"})
    void whatStandsThereAlreadyDoesNotMove(String where, String neighbour) {
        long before = catalogue.newestEdition();

        assertThat(move(editor, "크리에이터", Map.of(where, id(neighbour))).status()).isEqualTo(302);

        assertThat(catalogue.order()).startsWith("무료", "크리에이터", "팀");
        assertThat(catalogue.newestEdition()).isEqualTo(before);
    }

    @Test
    void aMoveIsSaidAndUndone() {
        var moved = move(editor, "팀", Map.of("after", ""));
        var page = editor.get(moved.location());

        assertThat(page.text()).contains("Moved “팀”.", "Undo");
        editor.post(undo(page), fields(page));
        assertThat(catalogue.order()).startsWith("무료", "크리에이터", "팀", "Enterprise");
    }

    @Test
    void aPageThatIsLookedAtIsShownAgainAfterAMove() {
        var from = id("무료");

        assertThat(move(editor, "팀", Map.of("before", id("크리에이터"), "from", from)).location()).isEqualTo(LIST + "?from=" + from);
        assertThat(move(editor, "팀", Map.of("after", "", "backward", "")).location()).isEqualTo(LIST + "?backward=");
    }

    @Test
    void acrossThePagesEdgeAnEntryStandsBesideTheNextOneThere() {
        catalogue.emptied().many(30);
        var second = editor.get(LIST + "?from=" + id("Plan 25"));
        assertThat(button(second, "Move up: Plan 26")).isEqualTo("before " + id("Plan 25"));
        move(editor, "Plan 26", Map.of("before", id("Plan 25")));
        assertThat(catalogue.order().subList(23, 27)).containsExactly("Plan 24", "Plan 26", "Plan 25", "Plan 27");

        var first = editor.get(LIST);
        assertThat(button(first, "Move down: Plan 26")).isEqualTo("after " + id("Plan 25"));
        assertThat(first.body()).containsPattern("aria-label=\"Move up: Plan 01\"[^>]* disabled=");
        var last = editor.get(LIST + "?backward");
        assertThat(last.body()).containsPattern("aria-label=\"Move down: Plan 30\"[^>]* disabled=");
        assertThat(button(last, "Move up: Plan 06")).isEqualTo("before " + id("Plan 05"));
    }

    @Test
    void whatVisitorsSeeIsForThoseToMoveWhoPublish() {
        var author = DeskBrowser.signedIn(port, Role.AUTHOR);
        author.get(LIST);

        assertThat(move(author, "팀", Map.of("after", "")).status()).isEqualTo(403);
        assertThat(move(author, "크리에이터", Map.of("after", "")).status()).isEqualTo(403);
        assertThat(catalogue.order()).startsWith("무료", "크리에이터", "팀");
        assertThat(move(author, "에이전시", Map.of("after", "")).status()).isEqualTo(302);
        assertThat(catalogue.order()).startsWith("에이전시", "무료");
    }

    @Test
    void whoMayOnlyReadMovesNothing() {
        var viewer = DeskBrowser.signedIn(port, Role.VIEWER);
        viewer.get(LIST);

        assertThat(move(viewer, "에이전시", Map.of("after", "")).status()).isEqualTo(403);
        assertThat(catalogue.order()).endsWith("에이전시");
    }

    @Test
    void aPlaceThatIsNoneIsRefused() {
        var nobody = UUID.randomUUID().toString();

        assertThat(move(editor, "팀", Map.of("after", nobody)).status()).isEqualTo(404);
        assertThat(move(editor, "팀", Map.of("before", nobody)).status()).isEqualTo(404);
        assertThat(move(editor, "팀", Map.of()).status()).isEqualTo(400);
        assertThat(editor.post(LIST + "/" + nobody + "/order", Map.of("_method", "put", "after", "")).status()).isEqualTo(404);
        assertThat(catalogue.order()).startsWith("무료", "크리에이터", "팀");
    }

    private String id(String title) {
        return catalogue.id(title).toString();
    }

    private Page move(DeskBrowser person, String title, Map<String, String> where) {
        var form = new HashMap<>(where);
        form.put("_method", "put");
        return person.post(LIST + "/" + id(title) + "/order", form);
    }

    private static String button(Page page, String name) {
        var tag = Pattern.compile("<button[^>]*aria-label=\"" + name + "\"[^>]*>").matcher(page.body()).results().findFirst().orElseThrow().group();
        return attribute(tag, "name") + " " + attribute(tag, "value");
    }

    private static String undo(Page page) {
        return attribute(form(page), "action");
    }

    private static Map<String, String> fields(Page page) {
        var fields = new HashMap<String, String>();
        Pattern.compile("<input type=\"hidden\"[^>]*>").matcher(form(page)).results().map(field -> field.group())
            .forEach(field -> fields.put(attribute(field, "name"), attribute(field, "value")));
        return fields;
    }

    private static String form(Page page) {
        return Pattern.compile("(?s)class=\"desk-toast\".*?(<form.*?</form>)").matcher(page.body()).results().findFirst().orElseThrow().group(1);
    }

    private static String attribute(String tag, String name) {
        return Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag).results().findFirst().orElseThrow().group(1);
    }
}
