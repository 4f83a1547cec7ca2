package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.content.ContentTypes;
import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/** An entry as a page of the site, before anybody but staff sees it. */
@EditingTest
class PreviewTests {

    @LocalServerPort int port;
    @Autowired ContentTypes types;
    Desk desk;

    @BeforeEach
    void anEditor() {
        desk = Desk.of(port, Role.EDITOR);
    }

    @TestFactory
    Stream<DynamicTest> aPageOfEachTypeSaysEverythingThatVisitorsRead() {
        return types.all().stream().map(type -> dynamicTest(type.path(), () -> {
            var id = new Specimen(desk.browser(), types).draft(type);

            var page = desk.browser().get("/" + type.path() + "/" + id + "/preview/page");

            assertThat(page.status()).isEqualTo(200);
            var said = page.text().replace("&#x1f3ac;", "🎬");
            Specimen.texts(type).forEach((place, text) -> assertThat(said).as(place).contains(text));
            assertThat(page.body()).as("it has a page of its own").doesNotContain("class=\"parts\"").as("every word is there").doesNotContain("??");
            assertThat(desk.browser().get("/" + type.path() + "/" + id).body()).contains("href=\"/" + type.path() + "/" + id + "/preview\"");
        }));
    }

    @Test
    void itSaysThatItIsNotTheSiteAndHowItDiffers() {
        var id = desk.draft("크리에이터");
        assertThat(preview(id)).contains("Preview of “크리에이터”", "Draft", "Visitors do not see it");

        desk.publish(id, new PostedForm());
        assertThat(preview(id)).contains("Published", "Just what is live");

        desk.save(id, desk.form(id).and("headline", "아직 아무도 못 본 한 줄"));
        assertThat(preview(id)).contains("Changed", "with changes that are not live");
        assertThat(page(id)).as("what is saved, published or not").contains("아직 아무도 못 본 한 줄");

        desk.save(id, desk.form(id).and("visibility", "private"));
        desk.publish(id, new PostedForm());
        assertThat(preview(id)).contains("Private or switched off");

        desk.put(Desk.address(id) + "/archive", new PostedForm());
        assertThat(preview(id)).contains("Archived", "Visitors do not see it");
        assertThat(desk.browser().get(Desk.address(id) + "/preview").body()).contains("href=\"" + Desk.address(id) + "\"", "sandbox", "class=\"desktop\"");
    }

    @Test
    void everyWidthHasItsAddressAndThereAreNoOthers() {
        var id = desk.draft("폭");
        for (var width : PreviewWidth.values()) {
            assertThat(desk.browser().get(Desk.address(id) + "/preview?width=" + width.key()).body())
                .contains("class=\"" + width.key() + "\"", "class=\"preview-pixels\">" + width.pixels() + "<");
        }
        assertThat(desk.browser().get(Desk.address(id) + "/preview?width=wall").status()).isEqualTo(400);
    }

    @Test
    void whoMayReadTheEntryMayLookAtItAndNobodyElse() {
        var id = desk.draft("보기");
        assertThat(DeskBrowser.signedIn(port, Role.VIEWER).get(Desk.address(id) + "/preview/page").text()).contains("보기");
        assertThat(DeskBrowser.at(port).get(Desk.address(id) + "/preview").location()).endsWith("/sign-in");
        assertThat(DeskBrowser.at(port).get(Desk.address(id) + "/preview/page").location()).endsWith("/sign-in");
        assertThat(desk.browser().get(Desk.address(UUID.randomUUID()) + "/preview").status()).isEqualTo(404);
        assertThat(desk.browser().get("/announcements/" + id + "/preview/page").status()).as("of another type").isEqualTo(404);
    }

    @Test
    void onlyTheDeskShowsItInsideAPageAndNothingRunsThere() {
        var id = desk.draft("틀");
        assertThat(desk.browser().get(Desk.address(id) + "/preview/page").header("Content-Security-Policy"))
            .contains("frame-ancestors 'self'", "script-src 'none'").doesNotContain("frame-ancestors 'none'");
        assertThat(desk.browser().get(Desk.address(id) + "/preview").header("Content-Security-Policy")).contains("frame-ancestors 'none'");
        assertThat(desk.browser().get(Desk.address(id) + "/preview/page").headers("Content-Security-Policy")).hasSize(1);
    }

    @Test
    void textIsTextAndMarkupIsTakenOut() {
        var bad = "<script>alert(1)</script><img src=x onerror=alert(2)>";
        var id = UUID.randomUUID();
        desk.create(id, PostedForm.with("name", bad).and("slug", Desk.slug()).and("headline", bad).and("description", "**굵게** " + bad)
            .card("features", UUID.randomUUID(), "label", bad).card("faqs", UUID.randomUUID(), "question", bad)
            .card("checkoutLinks", UUID.randomUUID(), "ctaLabel", bad));

        var page = desk.browser().get(Desk.address(id) + "/preview/page").body();

        assertThat(page).contains("<strong>굵게</strong>", "&lt;script&gt;alert(1)").doesNotContain("<script", "onerror=alert(2)>", "<img src=x");
        assertThat(desk.browser().get(Desk.address(id) + "/preview").body()).doesNotContain("<script>alert", "<img src=x");
    }

    @Test
    void picturesThatABrowserHereDoesNotLoadAreTold() {
        var id = desk.draft("그림");
        desk.save(id, desk.form(id).and("description", "![멀리 있는 그림](https://cdn.maru.example/a.png) ![사이트의 그림](/a.png) ![](http://old.example/b.png)"));

        var page = desk.browser().get(Desk.address(id) + "/preview/page").body();

        assertThat(page).contains("src=\"https://cdn.maru.example/a.png\"", "<span class=\"picture-told\">사이트의 그림</span>",
            "<span class=\"picture-told\">http://old.example/b.png</span>").doesNotContain("src=\"/a.png", "src=\"http:");
    }

    @Test
    void aCategoryIsShownWithItsCaseStudies() {
        var study = types.of("usecases/case-studies");
        var specimen = new Specimen(desk.browser(), types);
        var id = specimen.draft(study);
        var category = desk.browser().get("/usecases/case-studies/" + id).body().replaceAll("(?s).*<option value=\"([0-9a-f-]{36})\" selected.*", "$1");

        var page = desk.browser().get("/usecases/categories/" + category + "/preview/page");

        assertThat(page.text()).contains(Specimen.texts(study).get("title"), Specimen.texts(study).get("subtitle"), Specimen.texts(study).get("metrics value"), "Not live yet");
    }

    @Test
    void anEmptyDraftIsAPageToo() {
        for (var type : types.all()) {
            var id = UUID.randomUUID();
            desk.browser().get("/" + type.path() + "/new");
            var form = new HashMap<>(Map.of("_entry", id.toString()));
            type.children().forEach(child -> form.put("_order." + child.name(), UUID.randomUUID().toString()));
            assertThat(desk.browser().post("/" + type.path(), form).status()).as(type.path()).isEqualTo(302);

            assertThat(desk.browser().get("/" + type.path() + "/" + id + "/preview/page").text()).as(type.path()).contains("Untitled").doesNotContain("null", "??");
        }
    }

    @Test
    void itsOwnWordsAreInTheLanguageOfTheDesk() {
        var id = UUID.randomUUID();
        desk.create(id, PostedForm.with("name", "Plan").and("slug", Desk.slug()).card("features", UUID.randomUUID(), "label", "One")
            .card("checkoutLinks", UUID.randomUUID(), "trialDays", "14"));
        desk.browser().sending("Accept-Language", "ko");

        assertThat(page(id)).contains("제공 기능", "14일 무료 체험").doesNotContain("Features");
        assertThat(preview(id)).contains("“Plan” 미리보기", "편집 화면으로");
    }

    private String preview(UUID id) {
        return desk.browser().get(Desk.address(id) + "/preview").text();
    }

    private String page(UUID id) {
        return desk.browser().get(Desk.address(id) + "/preview/page").text();
    }
}
