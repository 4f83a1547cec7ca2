package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@CatalogueTest
class EditionsTests {

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    DeskBrowser editor;

    @BeforeEach
    void anEmptyCatalogue() {
        catalogue.emptied();
        editor = DeskBrowser.signedIn(port, Role.EDITOR);
    }

    @Test
    void eachEditionSaysWhoMadeItWhenAndWhatItDid() {
        var team = catalogue.published("팀", PostedForm.with("slug", slug()));
        catalogue.publish(catalogue.save(team, PostedForm.with("name", "팀 플러스")));
        catalogue.published("Enterprise", PostedForm.with("slug", slug()));
        act(team.entry().address() + "/order", "put", Map.of("after", catalogue.id("Enterprise").toString()));
        act(team.entry().address() + "/publication", "delete", Map.of());
        long newest = catalogue.newestEdition();

        assertThat(editor.get("/editions").text()).containsSubsequence(
            "Edition " + newest + " Live now Unpublished · 박서연 , just now Taken down 팀 플러스 Billing product",
            "Edition " + (newest - 1) + " Moved", "Moved 팀 플러스", "New Enterprise", "Changed 팀 플러스", "New 팀");
    }

    @Test
    void oneEditionShowsFieldByFieldWhatIsNewForVisitors() {
        var team = catalogue.published("팀", PostedForm.with("slug", slug()).and("headline", "함께 만드는 팀을 위한 요금제"));
        var draft = catalogue.save(team, PostedForm.with("headline", "더 크게 만드는 팀을 위한 요금제"));
        long edition = catalogue.publish(catalogue.save(draft, PostedForm.with("visibility", "legacy")));
        catalogue.save(catalogue.copy(team.entry().id()), PostedForm.with("headline", "아직 아무도 못 보는 문구"));

        var page = editor.get("/editions/" + edition);

        assertThat(page.text()).contains("Edition " + edition, "Published · 박서연", "Changed", "Billing product · Version 3", "Visibility Public → Legacy")
            .doesNotContain("아직 아무도");
        assertThat(page.body()).contains("<del>함께</del><ins>더 크게</ins> 만드는 팀을 위한 요금제");
    }

    @Test
    void theJsonOfThatMomentIsOneLinkAway() {
        var slug = slug();
        var team = catalogue.published("팀", PostedForm.with("slug", slug));
        long edition = catalogue.newestEdition();
        catalogue.publish(catalogue.save(team, PostedForm.with("name", "팀 플러스")));

        var link = "/api/v1/billing/products/%s?edition=%d".formatted(slug, edition);

        assertThat(editor.get("/editions/" + edition).body()).contains("href=\"" + link + "\"");
        assertThat(editor.get(link).body()).contains("\"name\":\"팀\"");
    }

    @Test
    void whatDoesNotExistForVisitorsHasNoJson() {
        catalogue.published("팀", PostedForm.with("slug", slug()).and("visibility", "private"));

        assertThat(editor.get("/editions/" + catalogue.newestEdition()).body()).doesNotContain("/api/v1/");
    }

    @Test
    void whatMovedOrWasTakenDownIsSaidInASentence() {
        var team = catalogue.published("팀", PostedForm.with("slug", slug()));
        catalogue.published("Enterprise", PostedForm.with("slug", slug()));
        act(team.entry().address() + "/order", "put", Map.of("after", catalogue.id("Enterprise").toString()));
        assertThat(editor.get("/editions/" + catalogue.newestEdition()).text()).contains("The same text, at another place in the list.");

        act(team.entry().address() + "/archive", "put", Map.of());
        assertThat(editor.get("/editions/" + catalogue.newestEdition()).text()).contains("Archived · 박서연", "Taken down", "Visitors no longer find it.");
    }

    @Test
    void editionsAreReadPageByPage() {
        var copy = catalogue.published("팀", PostedForm.with("slug", slug()));
        for (int i = 0; i < EditionHistory.PAGE + 5; i++) {
            copy = catalogue.save(copy, PostedForm.with("headline", "문구 " + i));
            catalogue.publish(copy);
        }
        long newest = catalogue.newestEdition();

        var first = editor.get("/editions");
        var second = editor.get(link(first, "next"));

        assertThat(first.text()).contains("Edition " + (newest - 19) + " ").doesNotContain("Edition " + (newest - 20) + " ");
        assertThat(second.text()).contains("Edition " + (newest - 20) + " ").doesNotContain("Edition " + (newest - 19) + " ");
        assertThat(editor.get(link(second, "prev")).text()).contains("Edition " + newest + " ");
        assertThat(first.body()).doesNotContain("rel=\"prev\"");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyReadsThem(Role role) {
        catalogue.published("팀", PostedForm.with("slug", slug()));
        var person = DeskBrowser.signedIn(port, role);

        assertThat(person.get("/editions").text()).contains("New 팀");
        assertThat(person.get("/editions/" + catalogue.newestEdition()).text()).contains("New Billing product · Version 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/editions/999999999", "/editions/0", "/editions/-1"})
    void anEditionThatIsNoneIsNotFound(String address) {
        assertThat(editor.get(address).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/editions?before=0", "/editions?before=-5", "/editions?before=999999999", "/editions/1?skip=-3", "/editions/1?skip=500"})
    void anAddressBeyondTheEndsIsAnswered(String address) {
        catalogue.published("팀", PostedForm.with("slug", slug()));

        assertThat(editor.get(address).status()).isEqualTo(200);
    }

    private void act(String address, String method, Map<String, String> fields) {
        editor.get("/editions");
        var form = new java.util.HashMap<>(fields);
        form.put("_method", method);
        assertThat(editor.post(address, form).status()).isEqualTo(302);
    }

    private static String link(Page page, String rel) {
        return Pattern.compile("rel=\"" + rel + "\" href=\"([^\"]+)\"").matcher(page.body()).results().map(found -> found.group(1)).findFirst().orElseThrow();
    }

    private static String slug() {
        return "plan-" + UUID.randomUUID();
    }
}
