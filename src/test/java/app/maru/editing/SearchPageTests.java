package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

@CatalogueTest
class SearchPageTests {

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    DeskBrowser editor;

    @BeforeEach
    void anEmptyCatalogue() {
        catalogue.emptied();
        editor = DeskBrowser.signedIn(port, Role.EDITOR);
    }

    @Test
    void thePageSaysOfEachEntryWhatItIsAndWhereItStands() {
        catalogue.ordinary();

        var page = editor.get("/search?q=" + encoded("요금"));

        assertThat(page.text()).contains("4 results", "Billing products 2 팀 tim Published 크리에이터 keurieiteo Changed");
        assertThat(editor.get("/billing/products").body()).as("every page leads there").contains("href=\"/search\"");
    }

    @Test
    void moreThanIsShownIsInTheList() {
        catalogue.many(12);

        assertThat(editor.get("/search?q=plan").body()).contains("href=\"/billing/products?search=plan\">All in Billing products<");
        assertThat(editor.get("/search?q=12").body()).doesNotContain("All in Billing products<");
    }

    @Test
    void aTypoIsAnsweredWithWhatIsSimilar() {
        catalogue.ordinary();

        assertThat(editor.get("/search?q=enterprize").text()).contains("Nothing has just these words", "Enterprise");
        assertThat(editor.get("/search?q=nonesuch").text()).contains("Nothing found", "Try fewer or other words");
    }

    @Test
    void withoutWordsItTellsWhatCanBeDone() {
        assertThat(editor.get("/search").text()).contains("Commands", "New product", "New announcement", "Billing products", "Editions", "Light theme Dark theme", "Sign out").doesNotContain("Nothing found");
        assertThat(DeskBrowser.signedIn(port, Role.VIEWER).get("/search").text().split("Commands")[1]).contains("Editions").doesNotContain("New product");
    }

    @Test
    void aCommandIsFoundInBothLanguages() {
        assertThat(editor.get("/search?q=new+prod").text().split("Commands")[1]).contains("New product").doesNotContain("Editions");
        assertThat(editor.get("/search?q=" + encoded("새 요금")).text().split("Commands")[1]).contains("New product");
        assertThat(editor.sending("Accept-Language", "ko").get("/search?q=dark").text()).contains("명령 어두운 테마", "결과 1개");
    }

    @Test
    void theDialogGetsOptionsAlone() {
        catalogue.ordinary();

        var part = editor.sending("HX-Request", "true").sending("HX-Target", "search-results").get("/search?q=" + encoded("팀"));

        assertThat(part.body()).contains("<p id=\"search-status\" hx-swap-oob=\"innerHTML\">", "role=\"option\"").doesNotContain("<html", "<h1");
        assertThat(editor.get("/search?q=" + encoded("테마")).body().split("name=\"_csrf\"")).as("what changes something is a form with the token").hasSizeGreaterThan(3);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
