package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.PostedForm;
import app.maru.content.State;
import app.maru.content.WorkingCopy;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;

@CatalogueTest
class HistoryTests {

    private static final UUID EXPORT = UUID.fromString("00000000-0000-4000-8000-0000000000e1");
    private static final UUID SUBTITLES = UUID.fromString("00000000-0000-4000-8000-0000000000e2");
    private static final UUID CANCELLING = UUID.fromString("00000000-0000-4000-8000-0000000000e4");
    private static final UUID BRAND = UUID.fromString("00000000-0000-4000-8000-0000000000e3");

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient database;
    DeskBrowser author;

    @BeforeEach
    void anEmptyCatalogue() {
        catalogue.emptied();
        author = DeskBrowser.signedIn(port, Role.AUTHOR);
    }

    private static PostedForm creator() {
        return PostedForm.with("headline", "꾸준히 올리는 1인 창작자를 위한 요금제").card("features", EXPORT, "label", "4K 내보내기")
            .card("features", SUBTITLES, "label", "자동 자막").card("features", CANCELLING, "label", "해지 자유").card("features", BRAND, "label", "브랜드 키트");
    }

    @Test
    void eachVersionSaysWhoSavedItAndWhatItChanged() {
        var first = catalogue.published("크리에이터", creator());
        catalogue.save(first, PostedForm.with("headline", "꾸준히 올리는 모든 창작자를 위한 요금제").and("visibility", "legacy").and("isActive", "false"), "가을 개편");

        var page = history(first);

        assertThat(page.text()).contains("History of 크리에이터", "Version 2 가을 개편 Working copy 정도윤 , just now", "Version 1 Live 박서연 , just now")
            .contains("Visibility Public → Legacy", "Active On → Off");
        assertThat(page.body()).contains("꾸준히 올리는 <del>1인</del><ins>모든</ins> 창작자를 위한 요금제", "<del>Public</del>", "<ins>Legacy</ins>");
    }

    @Test
    void childrenAreSaidToBeAddedRemovedMovedAndChanged() {
        var first = catalogue.draft("크리에이터", creator());
        var watermark = UUID.randomUUID();
        var form = new PostedForm().card("features", BRAND, "label", "브랜드 키트 3개").and("_order.features", EXPORT.toString())
            .and("_order.features", CANCELLING.toString()).card("features", watermark, "label", "워터마크 없음").removing("features", SUBTITLES);
        catalogue.save(first, form);

        assertThat(history(first).text()).contains("Moved Changed 브랜드 키트 3개 from place 4 to 1", "Added 워터마크 없음", "Removed 자동 자막")
            .doesNotContain("4K 내보내기 from", "Moved 해지 자유");
    }

    @Test
    void whatVisitorsSawIsMarkedWithItsEditions() {
        var first = catalogue.published("팀", new PostedForm());
        long from = catalogue.newestEdition();
        var second = catalogue.save(first, PostedForm.with("name", "팀 플러스"));
        catalogue.published("Enterprise", new PostedForm());
        catalogue.publish(second);

        var page = history(first);

        assertThat(page.text()).contains("Version 2 Live", "Version 1 Was live in editions %d to %d".formatted(from, from + 1));
        assertThat(author.get("/editions/" + from).status()).isEqualTo(200);
    }

    @Test
    void longHistoriesAreReadPageByPage() {
        var copy = catalogue.draft("팀", new PostedForm());
        for (int i = 2; i <= 23; i++) {
            copy = catalogue.save(copy, PostedForm.with("headline", "문구 " + i));
        }

        var page = history(copy);
        assertThat(page.text()).contains("Version 23", "Version 14", "23 in all").doesNotContain("Version 13");
        var last = author.get(address(copy) + "/history?before=4");
        assertThat(last.text()).contains("Version 3", "Version 1", "문구 2 3").doesNotContain("Version 4");
        assertThat(page.body()).contains("history?before=14\"").doesNotContain("rel=\"prev\"");
        assertThat(last.body()).contains("history?before=14\"").doesNotContain("rel=\"next\"");
    }

    @Test
    void anyTwoVersionsAreComparedSideBySide() {
        var first = catalogue.draft("크리에이터", creator());
        var second = catalogue.save(first, PostedForm.with("headline", "지금 시작하세요"));
        catalogue.save(second, PostedForm.with("description", "**카드 없이** 시작해요.").removing("features", BRAND));

        var page = author.get(address(first) + "/history?from=1&to=3");

        assertThat(page.text()).contains("Compare versions of 크리에이터", "Headline Before 꾸준히 올리는 1인 창작자를 위한 요금제 After 지금 시작하세요",
            "Description Before Empty After **카드 없이** 시작해요.", "Removed 브랜드 키트");
        assertThat(author.get(address(first) + "/history?from=2&to=2").text()).contains("These two say the same.");
    }

    @Test
    void valuesOfFieldsThatAreGoneAreShownByTheirRawName() {
        var first = catalogue.draft("크리에이터", creator());
        database.sql("""
                with old as (insert into content_revisions (entry_id, number, body)
                  select entry_id, 2, body || '{"badge": "인기"}' from content_revisions where entry_id = ? returning entry_id)
                update content_entries set revisions = 2, head = 2 from old where content_entries.entry_id = old.entry_id""")
            .param(first.entry().id()).update();

        assertThat(history(first).text()).contains("badge 인기");
    }

    @Test
    void anOldVersionIsRestoredAsANewOneAndThatIsUndone() {
        var first = catalogue.draft("크리에이터", creator());
        var second = catalogue.save(first, PostedForm.with("headline", "지금 시작하세요").removing("features", BRAND));

        var page = author.get(restore(first, 1).location());

        assertThat(page.text()).contains("Version 1 is the working copy again", "Version 3 Working copy", "restored from version 1", "Undo");
        assertThat(catalogue.copy(first.entry().id()).snapshot().saysTheSameAs(first.snapshot())).isTrue();
        assertThat(page.body()).contains("<input type=\"hidden\" name=\"number\" value=\"2\">");
        restore(first, 2);
        assertThat(catalogue.copy(first.entry().id()).snapshot().saysTheSameAs(second.snapshot())).isTrue();
    }

    @Test
    void oneFieldOrOneChildOfAnOldVersionIsRestoredAndThatIsUndone() {
        var first = catalogue.draft("크리에이터", creator());
        var second = catalogue.save(first, PostedForm.with("headline", "지금 시작하세요").and("visibility", "legacy").removing("features", SUBTITLES));

        var page = author.get(restore(first, 1, "headline").location());

        assertThat(page.text()).contains("That place is as in version 1 again", "Compare versions of 크리에이터", "Visibility Before Public After Legacy", "Undo")
            .doesNotContain("Headline Before");
        assertThat(catalogue.copy(first.entry().id()).snapshot().value("headline")).isEqualTo("꾸준히 올리는 1인 창작자를 위한 요금제");
        restore(first, 1, "features." + SUBTITLES);
        var now = catalogue.copy(first.entry().id()).snapshot();
        assertThat(now.items("features")).isEqualTo(first.snapshot().items("features"));
        assertThat(now.value("visibility")).isEqualTo(second.snapshot().value("visibility"));
        restore(first, 2);
        assertThat(catalogue.copy(first.entry().id()).snapshot().saysTheSameAs(second.snapshot())).isTrue();
    }

    @Test
    void aPlaceThatSaysTheSameAlreadyMakesNoVersion() {
        var first = catalogue.draft("팀", new PostedForm());
        catalogue.save(first, PostedForm.with("headline", "함께"));

        restore(first, 1, "name");

        assertThat(catalogue.entry(first.entry().id()).revisions()).isEqualTo(2);
    }

    @Test
    void aPlaceThatCannotBeStoredAnyMoreStaysAndTheReasonIsSaid() {
        var first = catalogue.draft("팀", PostedForm.with("slug", "team"));
        catalogue.save(first, PostedForm.with("slug", "team-plus"));
        catalogue.draft("새 팀", PostedForm.with("slug", "team"));

        assertThat(author.get(restore(first, 1, "slug").location()).text()).contains("Version 1 cannot be restored", "새 팀");
        assertThat(restore(first, 1, "badge").status()).isEqualTo(404);
        assertThat(restore(first, 1, "features." + UUID.randomUUID() + ".badge").status()).isEqualTo(404);
        assertThat(catalogue.entry(first.entry().id()).slug()).isEqualTo("team-plus");
    }

    @Test
    void aVersionIsReadWhole() {
        var first = catalogue.draft("크리에이터", creator());
        catalogue.save(first, PostedForm.with("headline", "지금 시작하세요").removing("features", SUBTITLES));

        var page = author.get(address(first) + "/history/1");

        assertThat(page.text()).contains("Version 1 of 크리에이터", "꾸준히 올리는 1인 창작자를 위한 요금제", "Feature 자동 자막", "Restore");
        assertThat(author.get(address(first) + "/history/2").text()).contains("지금 시작하세요").doesNotContain("자동 자막", "Restore");
    }

    @Test
    void aVersionIsNamedFoundByThatAndNamedAnew() {
        var first = catalogue.draft("팀", new PostedForm());
        catalogue.save(first, PostedForm.with("headline", "함께"), "처음 이름");
        catalogue.save(catalogue.copy(first.entry().id()), PostedForm.with("headline", "다 함께"));

        assertThat(author.get(name(first, 1, " 출시 전 ").location()).text()).contains("Version 1 is called “출시 전” now", "Undo");
        name(first, 2, "가을 개편");

        var named = author.get(address(first) + "/history?show=named");
        assertThat(named.text()).contains("Version 2 가을 개편", "Version 1 출시 전").doesNotContain("Version 3", "처음 이름");
        assertThat(author.get(name(first, 1, "").location()).text()).contains("Version 1 has no name now");
        assertThat(author.get(address(first) + "/history?show=named").text()).contains("Version 2").doesNotContain("Version 1");
        assertThat(catalogue.entry(first.entry().id()).revisions()).as("what it says is the same by any name").isEqualTo(3);
    }

    @Test
    void aNameThatIsTooLongIsKeptToBeShortened() {
        var first = catalogue.draft("팀", new PostedForm());

        var page = author.get(name(first, 1, "가".repeat(121)).location());

        assertThat(page.text()).contains("At most 120 characters. This has 121: shorten it by 1.");
        assertThat(page.body()).contains("가".repeat(121));
        assertThat(author.get(address(first) + "/history?show=named").text()).contains("No version has a name yet");
        assertThat(name(first, 9, "아홉").status()).isEqualTo(404);
    }

    @Test
    void whatVisitorsHaveSeenIsFound() {
        var first = catalogue.published("팀", new PostedForm());
        var second = catalogue.save(first, PostedForm.with("headline", "함께"));
        var third = catalogue.save(second, PostedForm.with("visibility", "legacy"));
        catalogue.publish(third);

        var page = author.get(address(first) + "/history?show=published");

        assertThat(page.text()).contains("Version 3 Live", "Headline 함께", "Visibility Public → Legacy", "Version 1 Was live").doesNotContain("Version 2");
        assertThat(author.get(address(catalogue.draft("새것", new PostedForm())) + "/history?show=published").text()).contains("Visitors have not seen any version yet");
    }

    @Test
    void twoVersionsAreComparedInOneColumn() {
        var first = catalogue.draft("팀", PostedForm.with("headline", "함께 만드는 팀"));
        catalogue.save(first, PostedForm.with("headline", "함께 크는 팀"));

        assertThat(author.get(address(first) + "/history?from=1&to=2&view=inline").body()).contains("함께 <del>만드는</del><ins>크는</ins> 팀");
    }

    @Test
    void restoringWhatVisitorsSeePointsBackAtIt() {
        var first = catalogue.published("팀", new PostedForm());
        catalogue.save(first, PostedForm.with("name", "팀 플러스"));

        restore(first, 1);

        assertThat(catalogue.entry(first.entry().id()).state()).isEqualTo(State.PUBLISHED);
        assertThat(catalogue.entry(first.entry().id()).revisions()).isEqualTo(2);
    }

    @Test
    void whatCannotBeStoredAnyMoreIsNotRestoredAndTheReasonIsSaid() {
        var first = catalogue.draft("팀", PostedForm.with("slug", "team"));
        catalogue.save(first, PostedForm.with("slug", "team-plus"));
        catalogue.draft("새 팀", PostedForm.with("slug", "team"));

        var page = author.get(restore(first, 1).location());

        assertThat(page.text()).contains("Version 1 cannot be restored", "새 팀");
        assertThat(catalogue.entry(first.entry().id()).slug()).isEqualTo("team-plus");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everybodyReadsTheHistoryAndWhoMayWriteRestores(Role role) {
        var first = catalogue.draft("팀", new PostedForm());
        catalogue.save(first, PostedForm.with("headline", "함께"));
        var person = DeskBrowser.signedIn(port, role);

        var page = person.get(address(first) + "/history");

        assertThat(page.text()).contains("Version 2");
        assertThat(page.body().contains("Restore version 1")).isEqualTo(role != Role.VIEWER);
        assertThat(person.post(address(first) + "/restorations", Map.of("number", "1")).status()).isEqualTo(role == Role.VIEWER ? 403 : 302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/history?from=1&to=9", "/history?from=0&to=1", "/history?from=-1&to=1", "/history/9", "/history/0"})
    void aVersionThatIsNoneIsNotFound(String query) {
        var entry = catalogue.draft("팀", new PostedForm());

        assertThat(author.get(address(entry) + query).status()).isEqualTo(404);
        assertThat(author.get("/billing/products/" + UUID.randomUUID() + "/history").status()).isEqualTo(404);
        assertThat(author.get("/billing/products/" + UUID.randomUUID() + query).status()).isEqualTo(404);
    }

    @Test
    void aNumberThatIsNoneIsSaidToBeUnreadable() {
        var entry = catalogue.draft("팀", new PostedForm());

        assertThat(author.get(address(entry) + "/history?from=a&to=b").status()).isEqualTo(400);
        assertThat(author.get(address(entry) + "/history?before=x").status()).isEqualTo(400);
        assertThat(restore(entry, 7).status()).isEqualTo(404);
        assertThat(author.post(address(entry) + "/restorations", Map.of()).status()).isEqualTo(400);
    }

    @Test
    void itSpeaksKorean() {
        var first = catalogue.published("크리에이터", creator());
        catalogue.save(first, PostedForm.with("visibility", "legacy"));

        assertThat(author.sending("Accept-Language", "ko").get(address(first) + "/history").text())
            .contains("‘크리에이터’ 변경 이력", "버전 2", "공개 범위 공개 → 기존 고객용", "게시 중");
    }

    private Page history(WorkingCopy copy) {
        return author.get(address(copy) + "/history");
    }

    private Page restore(WorkingCopy copy, int number) {
        author.get(address(copy) + "/history");
        return author.post(address(copy) + "/restorations", Map.of("number", Integer.toString(number)));
    }

    private Page restore(WorkingCopy copy, int number, String place) {
        author.get(address(copy) + "/history");
        return author.post(address(copy) + "/restorations", Map.of("number", Integer.toString(number), "place", place));
    }

    private Page name(WorkingCopy copy, int number, String name) {
        author.get(address(copy) + "/history");
        return author.post(address(copy) + "/history/" + number + "/name", Map.of("_method", "put", "name", name));
    }

    private static String address(WorkingCopy copy) {
        return copy.entry().address();
    }
}
