package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@CatalogueTest
class BatchScreenTests {

    private static final String LIST = "/billing/products";

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    DeskBrowser editor;

    @BeforeEach
    void theCompanyOnAnOrdinaryDay() {
        catalogue.emptied().ordinary();
        editor = DeskBrowser.signedIn(port, Role.EDITOR);
        editor.get(LIST);
    }

    @Test
    void theChosenOnesArePublishedAndTheListSaysSo() {
        long before = catalogue.newestEdition();

        var answer = send("publications", "put", "search=&sort=-title&_entry=" + catalogue.id("크리에이터") + "&_entry=" + catalogue.id("에이전시"));

        assertThat(answer.location()).isEqualTo(LIST + "?sort=-title");
        assertThat(editor.get(answer.location()).text()).contains("2 published.", "Undo", "All 6 Draft 0 Published 6");
        assertThat(catalogue.newestEdition()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"publications, delete, 4 unpublished., Draft 5 Published 1", "archives, put, 5 archived., All 1 Draft 0 Published 1 Changed 0 Scheduled 0 In review 0 Archived 5"})
    void whatIsFoundIsDoneAtOnceOnWhateverPage(String what, String method, String said, String then) {
        var answer = send(what, method, "visibility=public&_all=true");

        var page = editor.get(answer.location());
        assertThat(page.text()).contains(said);
        assertThat(editor.get(LIST).text()).contains(then);
    }

    @Test
    void whatCannotBePublishedIsNamedWithTheWordsThatItsEditorHas() {
        catalogue.draft("", PostedForm.with("headline", "이름은 나중에").and("slug", "later-" + UUID.randomUUID()));

        var answer = send("publications", "put", "state=draft&_all=true");

        assertThat(answer.location()).startsWith(LIST + "/batches/");
        var page = editor.get(answer.location());
        assertThat(page.text()).contains("1 of 2 published", "One entry could not be changed.", "Name : Needed to publish. Fill it in.", "에이전시 Published", "1 published, 1 not.");
        assertThat(page.text().indexOf("Not changed")).isLessThan(page.text().indexOf("에이전시"));
        assertThat(page.body()).containsPattern("href=\"/billing/products/[^\"]+#field-name\"");
        assertThat(editor.post(answer.location(), Map.of("_method", "delete")).location()).isEqualTo(LIST);
        assertThat(editor.get(answer.location()).text()).contains("Taken back").doesNotContain("Undo all");
        assertThat(editor.get(LIST + "?state=draft").text()).contains("All 7 Draft 2");
    }

    @Test
    void whatTheChecksWarnOfIsKeptBackUntilItIsSeen() {
        catalogue.draft("경고", PostedForm.with("description", "![](https://cdn.example/a.png)"));

        var answer = send("publications", "put", "state=draft&_all=true");

        var page = editor.get(answer.location());
        assertThat(page.text()).contains("1 of 2 published", "One entry has warnings, and was kept back.", "경고 Kept back", "has no alternative text");
        assertThat(catalogue.entry(catalogue.id("경고")).isLive()).isFalse();
        var batch = answer.location().replaceFirst(".*/", "");
        assertThat(send("publications", "put", "_held=" + batch).location()).as("not without a tick").contains("/batches/");
        assertThat(send("publications", "put", "_acknowledged=true&_held=" + batch).location()).isEqualTo(LIST);
        assertThat(catalogue.entry(catalogue.id("경고")).isLive()).isTrue();
    }

    @Test
    void nothingChosenNothingDone() {
        assertThat(editor.get(send("publications", "put", "").location()).text()).contains("Nothing was selected.");
        assertThat(editor.get(send("publications", "put", "_entry=nonsense&_entry=").location()).text()).contains("Nothing was selected.");
        assertThat(editor.get(send("publications", "put", "_entry=" + catalogue.id("팀")).location()).text()).contains("There was nothing to do").doesNotContain("Undo");
        assertThat(editor.get(LIST + "/batches/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void whoMayNotPublishHasNothingToTick() {
        for (var role : List.of(Role.VIEWER, Role.AUTHOR)) {
            var page = DeskBrowser.signedIn(port, role).get(LIST);
            assertThat(page.body()).doesNotContain("row-select", "bulk-bar");
        }
        assertThat(editor.get(LIST).body()).contains("row-select", "bulk-bar", "Select 팀").doesNotContain("on every page");
    }

    @Test
    void aThousandAtMostAreOfferedAndTheArchivedAreOfferedToBeRestored() {
        catalogue.rows(1100, "archived");

        var page = editor.get(LIST + "?state=archived");

        assertThat(page.text()).contains("The first 1,000 of them", "Restore").doesNotContain("Unpublish ");
        assertThat(editor.get(send("archives", "delete", "state=archived&_all=true").location()).text()).contains("1,000 restored.", "Archived 100 ");
    }

    private Page send(String what, String method, String form) {
        return editor.postText(LIST + "/" + what, "_csrf=" + editor.token() + "&_method=" + method + "&" + form);
    }
}
