package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.PostedForm;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;
import app.maru.reviews.Reviewing;

@CatalogueTest
class ListTests {

    private static final String LIST = "/billing/products";
    private static final Pattern TITLE = Pattern.compile("class=\"title\" href=\"([^\"]+)\">([^<]+)<");

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient database;
    @Autowired Reviewing reviewing;
    DeskBrowser editor;

    @BeforeEach
    void anEmptyCatalogue() {
        catalogue.emptied();
        editor = DeskBrowser.signedIn(port, Role.EDITOR);
    }

    @Test
    void aRowSaysWhatTheEntryIsCalledWhereItIsWhoChangedItWhenAndWhereItStands() {
        catalogue.ordinary();

        var page = editor.get(LIST);

        assertThat(titles(page)).containsExactly("무료", "크리에이터", "팀", "Enterprise", "스타터 2023", "에이전시");
        assertThat(page.text()).contains("크리에이터 keurieiteo · 정도윤, just now", "Changed", "Legacy", "Off", "6 in all");
        assertThat(page.body()).containsPattern("<time datetime=\"20\\d\\d-[^\"]+Z\" title=\"[^\"]+\">just now</time>");
        assertThat(editor.get(links(page).getFirst()).status()).isEqualTo(200);
    }

    @Test
    void itSpeaksKorean() {
        catalogue.ordinary();

        var page = editor.sending("Accept-Language", "ko").get(LIST);

        assertThat(page.text()).contains("요금제", "변경됨", "기존 고객용", "모두 6개", "직접 정한 순서", "정도윤, 방금");
    }

    @ParameterizedTest
    @CsvSource({"search=요금, 크리에이터|팀", "search=리에, 크리에이터", "search=enterprise, Enterprise", "search=스타터+2023, 스타터 2023",
        "state=draft, 에이전시", "state=changed, 크리에이터", "visibility=legacy, 스타터 2023", "isActive=false, 에이전시",
        "state=published&visibility=public, 무료|팀|Enterprise", "search=요금&state=published, 팀"})
    void itIsNarrowedByWhatStandsInItsAddress(String query, String found) {
        catalogue.ordinary();

        var page = editor.get(LIST + "?" + korean(query));

        assertThat(titles(page)).containsExactly(found.split("\\|"));
        assertThat(page.body()).as("what is narrowed cannot be put in order").doesNotContain("Move up");
    }

    @Test
    void whatTheChecksFoundAndWhatWaitsForAReviewIsMarked() {
        catalogue.ordinary();
        var team = catalogue.id("팀");
        database.sql("update content_checks set answered = wished, errors = 1, warnings = 1 where entry_id = ?").param(team).update();
        database.sql("update content_entries set remarks = 2 where entry_id = ?").param(team).update();
        reviewing.ask(catalogue.id("에이전시"), 1, "", database.sql("select profile_id from staff where role = 'author'").query(UUID.class).list().getFirst());

        var page = editor.get(LIST);

        assertThat(page.text()).contains("Published 2 2 found by the checks", "Draft In review", "With something found");
        assertThat(page.text().split("found by the checks", -1)).hasSize(2);
        assertThat(titles(editor.get(LIST + "?_remarked=found"))).containsExactly("팀");
        assertThat(titles(editor.get(LIST + "?_remarked=found&state=draft"))).isEmpty();
    }

    @Test
    void whatIsScheduledAndWhatIsInReviewHaveTabsOfTheirOwn() {
        catalogue.ordinary();
        reviewing.ask(catalogue.id("에이전시"), 1, "", database.sql("select profile_id from staff where role = 'author'").query(UUID.class).list().getFirst());
        editor.get(LIST);
        for (var title : List.of("팀", "에이전시")) {
            assertThat(editor.post("/billing/products/" + catalogue.id(title) + "/schedule", Map.of("_method", "put", "_zone", "Asia/Seoul",
                "_at", java.time.LocalDate.now().plusDays(3) + "T09:00", "_action", title.equals("팀") ? "unpublish" : "publish")).status()).isEqualTo(302);
        }

        assertThat(editor.get(LIST).text()).contains("All 6 Draft 1 Published 4 Changed 1 Scheduled 2 In review 1 Archived 0");
        assertThat(titles(editor.get(LIST + "?state=scheduled"))).containsExactly("팀", "에이전시");
        assertThat(titles(editor.get(LIST + "?state=in-review"))).containsExactly("에이전시");
        assertThat(titles(editor.get(LIST + "?state=scheduled&search=" + encoded("에이전시")))).containsExactly("에이전시");
        assertThat(editor.get(LIST + "?search=" + encoded("에이전시")).text()).contains("All 1 Draft 1 Published 0 Changed 0 Scheduled 1 In review 1 Archived 0");

        editor.post("/billing/products/views", Map.of("_name", "다가오는 것", "state", "scheduled"));
        assertThat(editor.get(LIST).body()).contains("href=\"/billing/products?state=scheduled\"");
        editor.post("/billing/products/" + catalogue.id("에이전시") + "/archive", Map.of("_method", "put"));
        assertThat(editor.get(LIST).text()).as("what is put away waits for nothing").contains("Scheduled 1 In review 0 Archived 1");
        assertThat(editor.sending("Accept-Language", "ko").get(LIST).text()).contains("예약됨 1 검토 중 0 보관됨 1");
    }

    @ParameterizedTest
    @CsvSource({"title, Enterprise|무료|스타터 2023|에이전시|크리에이터|팀", "-title, 팀|크리에이터|에이전시|스타터 2023|무료|Enterprise",
        "changed, 무료|크리에이터|팀|Enterprise|스타터 2023|에이전시", "-changed, 에이전시|스타터 2023|Enterprise|팀|크리에이터|무료"})
    void itIsSortedBothWays(String sort, String sorted) {
        catalogue.ordinary();

        assertThat(titles(editor.get(LIST + "?sort=" + sort))).containsExactly(sorted.split("\\|"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sort=-title", "state=draft&sort=-changed"})
    void pagesLeadFromTheFirstToTheLastAndBack(String query) {
        var all = catalogue.many(60);
        var first = editor.get(LIST + "?" + query);
        var seen = new ArrayList<>(titles(first));
        var page = first;
        while (!link(page, "next").isEmpty()) {
            page = editor.get(link(page, "next"));
            seen.addAll(titles(page));
        }

        assertThat(seen).doesNotHaveDuplicates().hasSize(all.size());
        assertThat(link(page, "last")).isEmpty();
        var last = editor.get(link(first, "last"));
        assertThat(titles(last)).isEqualTo(seen.subList(35, 60));
        assertThat(titles(editor.get(link(last, "previous")))).isEqualTo(seen.subList(10, 35));
        assertThat(titles(editor.get(link(last, "first")))).isEqualTo(titles(first));
    }

    @Test
    void eachStateSaysHowManyItHasOfWhatIsLookedFor() {
        catalogue.ordinary();
        editor.get(LIST);
        editor.post(LIST + "/" + catalogue.id("팀") + "/archive", Map.of("_method", "put"));

        assertThat(editor.get(LIST).text()).contains("All 5 Draft 1 Published 3 Changed 1 Scheduled 0 In review 0 Archived 1");
        assertThat(editor.get(LIST + "?state=draft").text()).as("whatever is chosen").contains("All 5 Draft 1 Published 3 Changed 1 Scheduled 0 In review 0 Archived 1");
        assertThat(editor.get(LIST + "?search=" + encoded("요금")).text()).contains("All 1 Draft 0 Published 0 Changed 1 Scheduled 0 In review 0 Archived 1");
        assertThat(editor.get(LIST + "?visibility=legacy").text()).contains("All 1 Draft 0 Published 1 Changed 0 Scheduled 0 In review 0 Archived 0");
    }

    @Test
    void countingStopsAtAThousand() {
        catalogue.rows(1200, "draft").rows(40, "archived");

        assertThat(editor.get(LIST).text()).contains("All 1,000+ Draft 1,000+ Published 0 Changed 0 Scheduled 0 In review 0 Archived 40");
        assertThat(editor.get(LIST + "?search=row").text()).contains("All 1,000+ Draft 1,000+ Published Changed Scheduled In review Archived ");
    }

    @Test
    void aViewIsThePresentListUnderANameOfOnesOwn() {
        catalogue.ordinary();
        editor.get(LIST);

        var saved = editor.post(LIST + "/views", Map.of("_name", " 지난 요금제 ", "visibility", "legacy", "state", "published", "from", UUID.randomUUID().toString()));

        assertThat(saved.location()).isEqualTo(LIST + "?state=published&visibility=legacy");
        var page = editor.get(saved.location());
        assertThat(page.text()).contains("Saved the view “지난 요금제”.");
        assertThat(page.body()).containsPattern("<a class=\"menu-item\" href=\"/billing/products\\?state=published&amp;visibility=legacy\" aria-current=\"page\">지난 요금제<");
        assertThat(DeskBrowser.signedIn(port, Role.VIEWER).get(LIST).text()).as("nobody else's business").doesNotContain("지난 요금제");
    }

    @Test
    void whatHappensToAViewIsUndone() {
        catalogue.ordinary();
        editor.get(LIST);
        editor.post(LIST + "/views", Map.of("_name", "오래된 것", "visibility", "legacy"));
        var view = view(editor.get(LIST), "오래된 것");

        assertThat(undo(editor.get(editor.post(view, Map.of("_method", "put", "_name", "옛 요금제", "search", "팀")).location()))).isEqualTo(LIST + "?search=" + encoded("팀"));
        assertThat(editor.get(LIST).text()).contains("오래된 것").doesNotContain("옛 요금제");

        undo(editor.get(editor.post(LIST + "/views", Map.of("_name", "오래된 것", "state", "draft")).location()));
        assertThat(editor.get(LIST).body()).contains("href=\"/billing/products?visibility=legacy\"");

        var deleted = editor.get(editor.post(view, Map.of("_method", "delete")).location());
        assertThat(deleted.body()).doesNotContain("href=\"/billing/products?visibility=legacy\"");
        assertThat(undo(deleted)).isEqualTo(LIST + "?visibility=legacy");
        assertThat(editor.get(LIST).body()).contains("href=\"/billing/products?visibility=legacy\"");
    }

    @Test
    void viewsHaveNamesOfTheirOwnAndAnEnd() {
        catalogue.ordinary();
        editor.get(LIST);
        var full = editor.get(LIST);
        for (int i = 1; i <= 51; i++) {
            full = editor.get(editor.post(LIST + "/views", Map.of("_name", "view " + i, "state", "draft")).location());
        }
        assertThat(full.text()).contains("You have 50 views of this list already.").doesNotContain("view 51 ");
        assertThat(editor.get(editor.post(view(full, "view 7"), Map.of("_method", "put", "_name", "view 8")).location()).text()).contains("You already have a view called “view 8”");
        assertThat(editor.post(LIST + "/views", Map.of("_name", "  ")).status()).isEqualTo(400);
        assertThat(editor.post(LIST + "/views", Map.of("_name", "가".repeat(61))).status()).isEqualTo(400);
        var other = DeskBrowser.signedIn(port, Role.ADMIN);
        other.get(LIST);
        assertThat(other.post(view(full, "view 7"), Map.of("_method", "delete")).status()).isEqualTo(404);
    }

    private static String view(Page page, String name) {
        return Pattern.compile("action=\"([^\"]+/views/[^\"]+)\"(?:(?!<form).)*value=\"" + name + "\"", Pattern.DOTALL).matcher(page.body()).results()
            .map(found -> found.group(1)).findFirst().orElseThrow();
    }

    /** Sends the form that the page's toast offers; where that leads. */
    private String undo(Page page) {
        var toast = page.body().substring(page.body().indexOf("class=\"desk-toast\""));
        var fields = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"").matcher(toast.substring(0, toast.indexOf("</form>"))).results()
            .collect(java.util.stream.Collectors.toMap(field -> field.group(1), field -> field.group(2)));
        return editor.post(Pattern.compile("action=\"([^\"]+)\"").matcher(toast).results().findFirst().orElseThrow().group(1), fields).location();
    }

    @Test
    void whereNothingIsYetItSaysWhatThisIsAndTheOneThingToDo() {
        assertThat(editor.get(LIST).text()).contains("Nothing here yet", "Plans on sale", "New product").doesNotContain("Sort", "My views");
        assertThat(DeskBrowser.signedIn(port, Role.VIEWER).get(LIST).text()).contains("Nothing here yet").doesNotContain("New product");
    }

    @Test
    void whereNothingIsFoundItOffersToClearTheFilters() {
        catalogue.ordinary();

        var page = editor.get(LIST + "?search=nonesuch&state=draft");

        assertThat(page.text()).contains("Nothing found");
        assertThat(page.body()).containsPattern("href=\"/billing/products\">Clear search and filters").contains("value=\"nonesuch\"");
    }

    @Test
    void whatIsArchivedIsThereForWhoAsksForIt() {
        catalogue.ordinary();
        editor.get(LIST);
        editor.post(LIST + "/" + catalogue.id("팀") + "/archive", Map.of("_method", "put"));

        assertThat(titles(editor.get(LIST))).doesNotContain("팀").hasSize(5);
        assertThat(titles(editor.get(LIST + "?state=archived"))).containsExactly("팀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=nonsense", "state=nonsense", "visibility=nonsense", "isActive=maybe", "from=nonsense", "backward=1&from=nonsense",
        "from=00000000-0000-4000-8000-00000000000a", "backward&from=00000000-0000-4000-8000-00000000000a", "unknown=1", "search=%00", "sort=--title"})
    void whatAnAddressSaysWronglyIsLeftAtItsUsualValue(String query) {
        catalogue.ordinary();

        var page = editor.get(LIST + "?" + query);

        assertThat(page.status()).isEqualTo(200);
        assertThat(titles(page)).hasSize(6).startsWith("무료");
    }

    @Test
    void aWordOfAnyLengthAndAnySignsIsSearchedFor() {
        catalogue.ordinary();

        for (var search : List.of("가".repeat(500), "%", "_", "\\", "'", "\"<script>", "  ", "🙂", "ㄱ")) {
            assertThat(editor.get(LIST + "?search=" + encoded(search)).status()).as(search).isEqualTo(200);
        }
        assertThat(editor.get(LIST + "?search=" + encoded("\"<script>")).body()).contains("value=\"&quot;&lt;script&gt;\"");
    }

    @Test
    void htmxGetsTheEntriesAlone() {
        catalogue.ordinary();

        var part = editor.sending("HX-Request", "true").sending("HX-Target", "entries").get(LIST + "?search=" + encoded("요금"));

        assertThat(titles(part)).containsExactly("크리에이터", "팀");
        assertThat(part.body().strip()).startsWith("<section id=\"entries\"").doesNotContain("<html", "<h1")
            .contains("<p id=\"list-status\" hx-swap-oob=\"innerHTML\">2 in all</p>");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void whoMayOnlyReadSeesTheListWithoutActs(Role role) {
        catalogue.ordinary();

        var page = DeskBrowser.signedIn(port, role).get(LIST);

        assertThat(titles(page)).hasSize(6);
        assertThat(page.body().contains("New product")).isEqualTo(role != Role.VIEWER);
        assertThat(page.body().split("Move up: ", -1).length - 1).as("entries that may be moved")
            .isEqualTo(switch (role) { case VIEWER -> 0; case AUTHOR -> 1; default -> 6; });
    }

    @Test
    void markupInATitleIsText() {
        catalogue.draft("<b>굵게</b>", PostedForm.with("slug", "bold-" + UUID.randomUUID()));

        assertThat(editor.get(LIST).body()).contains("&lt;b&gt;굵게&lt;/b&gt;").doesNotContain("<b>굵게");
    }

    @Test
    void whatIsNoTypeIsNoPage() {
        assertThat(editor.get("/billing/nonsense").status()).isEqualTo(404);
    }

    private static List<String> titles(Page page) {
        return TITLE.matcher(page.body()).results().map(found -> found.group(2)).toList();
    }

    private static List<String> links(Page page) {
        return TITLE.matcher(page.body()).results().map(found -> found.group(1)).toList();
    }

    private static String link(Page page, String name) {
        return Pattern.compile("id=\"page-" + name + "\" href=\"([^\"]+)\"").matcher(page.body()).results().map(found -> found.group(1).replace("&amp;", "&"))
            .findFirst().orElse("");
    }

    private static String korean(String query) {
        return Pattern.compile("[가-힣]+").matcher(query).replaceAll(word -> encoded(word.group()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
