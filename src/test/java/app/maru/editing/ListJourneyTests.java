package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.Keys;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.content.PostedForm;
import app.maru.identity.Role;

@CatalogueTest
class ListJourneyTests {

    @LocalServerPort int port;
    @Autowired Catalogue catalogue;
    @Autowired JdbcClient database;
    @AutoClose
    Browser browser;

    @BeforeEach
    void anEmptyCatalogue() {
        catalogue.emptied();
        browser = Browser.at(port);
    }

    @Test
    void aProductIsFoundByAKoreanWordOfTwoSyllables() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.EDITOR).search("요금").lists("크리에이터", "팀");

        assertThat(page.focused()).isEqualTo("Search");
        assertThat(page.said()).isEqualTo("2 in all");
        assertThat(page.query()).isEqualTo("search=요금");
        page.state("Changed").lists("크리에이터");
        assertThat(page.query()).isEqualTo("search=요금&state=changed");
        page.search("nonesuch").lists();
        assertThat(page.text()).contains("Nothing found");
        page.follow("Clear search and filters").beginsWith("무료");
    }

    @Test
    void whatWasChosenStaysWhenOneGoesBack() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.VIEWER).choose("Visibility", "Legacy").lists("스타터 2023").choose("Visibility", "All")
            .choose("Sort", "Name, Z to A").beginsWith("팀").search("요금").lists("팀", "크리에이터");

        page.back().lists("팀", "크리에이터", "에이전시", "스타터 2023", "무료", "Enterprise");

        assertThat(page.chosen()).isEqualTo(Map.of("search", "", "sort", "Name, Z to A"));
    }

    @Test
    void theCountsFollowWhatIsLookedFor() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.VIEWER);
        assertThat(page.count("All")).isEqualTo("6");

        page.search("요금").lists("크리에이터", "팀");

        assertThat(List.of(page.count("All"), page.count("Published"), page.count("Changed"), page.count("Draft"))).containsExactly("2", "1", "1", "0");
    }

    @Test
    void whatIsScheduledIsATabAway() {
        catalogue.ordinary();
        database.sql("insert into content_schedules (entry_id, action, at, zone) select entry_id, 'unpublish', now() + interval '3 days', 'UTC' from content_entries where title = '팀'").update();
        var list = ListPage.openedIn(browser, Role.EDITOR);
        assertThat(list.count("Scheduled")).isEqualTo("1");

        list.state("Scheduled").lists("팀");

        assertThat(list.query()).isEqualTo("state=scheduled");
        assertThat(list.text()).contains("Published", "Scheduled");
        list.state("In review");
        assertThat(list.lists().text()).contains("Nothing found");
        list.back().lists("팀");
    }

    @Test
    void whatOneLooksAtEveryDayIsKeptUnderAName() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.AUTHOR).search("요금").state("Changed").lists("크리에이터").saveView("손볼 요금제");

        assertThat(page.says("Saved the view “손볼 요금제”.").view()).isEqualTo("손볼 요금제");
        page.state("All").lists("크리에이터", "팀");
        assertThat(page.view()).isEqualTo("My views");
        page.openView("손볼 요금제").lists("크리에이터");
        assertThat(page.query()).isEqualTo("search=요금&state=changed");
        assertThat(page.renameView("손볼 요금제", "이번 주").view()).isEqualTo("이번 주");
        page.deleteView("이번 주").says("Deleted the view “이번 주”.").undo();
        assertThat(page.view()).isEqualTo("이번 주");
    }

    @Test
    void severalArePublishedAtOnceAndTakenBackAtOnce() {
        catalogue.many(30);
        long before = catalogue.newestEdition();
        var page = ListPage.openedIn(browser, Role.EDITOR);
        assertThat(page.hasBar()).as("nothing is chosen yet").isFalse();

        page.tickThrough("Plan 03", "Plan 05").bar("3 selected").all("Publish").says("3 published.");
        assertThat(page.count("Published")).isEqualTo("3");
        page.undo();
        assertThat(page.says("Taken back: 3 are as they were.").count("Draft")).isEqualTo("30");

        page.tickPage().bar("25 selected").tick("Plan 01").bar("24 selected").tickAll().all("Archive").says("30 archived.");
        page.state("Archived").beginsWith("Plan 01").tickPage().all("Restore").says("25 restored.");
        assertThat(catalogue.newestEdition()).as("two editions: what visitors never saw is archived without one").isEqualTo(before + 2);
    }

    @Test
    void oneThatIsNotReadyIsNamed() {
        catalogue.ordinary();
        catalogue.draft("반쯤", PostedForm.with("slug", ""));
        var page = ListPage.openedIn(browser, Role.EDITOR).state("Draft").lists("에이전시", "반쯤").tickPage().all("Publish");

        assertThat(page.text()).contains("1 of 2 published", "반쯤", "Slug: Needed to publish.");
        assertThat(page.follow("Back to Billing products").count("Draft")).isEqualTo("1");
    }

    @Test
    void backLeadsToThePlaceAndTheEntryThatOneLeft() {
        catalogue.many(60);
        var page = ListPage.openedIn(browser, Role.EDITOR).turn("Next").beginsWith("Plan 26").scrolledTo(300).open("Plan 34");

        page.back().beginsWith("Plan 26").isScrolledTo(300);
        assertThat(page.focused()).isEqualTo("Plan 34");
        page.scrolledTo(200).focus("Plan 29").turn("Next").beginsWith("Plan 51").back().beginsWith("Plan 26");
        assertThat(page.focused()).isEqualTo("Next");
    }

    @Test
    void pagesAreTurnedToTheLastAndBack() {
        catalogue.many(60);
        var page = ListPage.openedIn(browser, Role.VIEWER).turn("Next").beginsWith("Plan 26").turn("Last").beginsWith("Plan 36");

        assertThat(page.offers("Next")).isFalse();
        assertThat(page.titles()).hasSize(25).endsWith("Plan 60");
        page.turn("Previous").beginsWith("Plan 11").turn("First").beginsWith("Plan 01");
        assertThat(page.query()).isEmpty();
        assertThat(page.offers("Previous")).isFalse();
    }

    @Test
    void entriesMoveByButtonsAndTheFocusGoesAlong() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.EDITOR).moveUp("팀").beginsWith("무료").says("Moved “팀”.");
        page.lists("무료", "팀", "크리에이터", "Enterprise", "스타터 2023", "에이전시");
        assertThat(page.focused()).isEqualTo("Move up: 팀");

        page.keys(Keys.ENTER).beginsWith("팀").says("Moved “팀”.");

        assertThat(page.focused()).as("up is no longer possible").isEqualTo("Move down: 팀");
        page.undo().lists("무료", "팀", "크리에이터", "Enterprise", "스타터 2023", "에이전시");
        assertThat(catalogue.order()).startsWith("무료", "팀", "크리에이터");
    }

    @Test
    void entriesMoveByTheKeyboardAlone() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.EDITOR).focus("무료").keys(Keys.ALT, Keys.ARROW_DOWN).beginsWith("크리에이터");

        page.keys(Keys.ALT, Keys.ARROW_DOWN).lists("크리에이터", "팀", "무료", "Enterprise", "스타터 2023", "에이전시");
        page.keys(Keys.ALT, Keys.ARROW_UP).lists("크리에이터", "무료", "팀", "Enterprise", "스타터 2023", "에이전시");
    }

    @Test
    void entriesMoveByHand() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.EDITOR).drag("무료", "Enterprise").says("Moved “무료”.");

        page.lists("크리에이터", "팀", "Enterprise", "무료", "스타터 2023", "에이전시");
        assertThat(catalogue.order()).startsWith("크리에이터", "팀", "Enterprise", "무료");
        page.drag("에이전시", "크리에이터").says("Moved “에이전시”.").undo().beginsWith("크리에이터");
    }

    @Test
    void entriesMoveAcrossThePagesEdge() {
        catalogue.many(30);
        var page = ListPage.openedIn(browser, Role.AUTHOR).turn("Next").beginsWith("Plan 26").moveUp("Plan 26").beginsWith("Plan 27");

        assertThat(catalogue.order().subList(23, 27)).containsExactly("Plan 24", "Plan 26", "Plan 25", "Plan 27");
        page.says("Moved “Plan 26”.").undo();
        assertThat(catalogue.order().subList(23, 27)).containsExactly("Plan 24", "Plan 25", "Plan 26", "Plan 27");
        page.turn("First").beginsWith("Plan 01").moveDown("Plan 25").says("Moved “Plan 25”.");
        assertThat(page.titles()).endsWith("Plan 26");
    }

    @Test
    void anAuthorMovesWhatVisitorsDoNotSee() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser, Role.AUTHOR);

        assertThat(page.offersToMove("팀")).isFalse();
        page.moveUp("에이전시").lists("무료", "크리에이터", "팀", "Enterprise", "에이전시", "스타터 2023");
    }

    @Test
    void everythingWorksWithoutScripts() {
        catalogue.ordinary();
        var page = ListPage.openedIn(browser.withoutScripts(), Role.EDITOR).search("요금").state("Published").show().lists("팀");
        page.state("All").search("").show().lists("무료", "크리에이터", "팀", "Enterprise", "스타터 2023", "에이전시");

        page.moveUp("팀").beginsWith("무료").undo();
        assertThat(catalogue.order()).startsWith("무료", "크리에이터", "팀");
        page.tick("에이전시").all("Publish").says("1 published.").undo();
        assertThat(page.says("Taken back").count("Draft")).isEqualTo("1");
    }

    @Test
    void anOldVersionIsRestoredFromTheHistory() {
        var first = catalogue.published("크리에이터", PostedForm.with("headline", "꾸준히 올리는 1인 창작자를 위한 요금제"));
        catalogue.save(first, PostedForm.with("headline", "꾸준히 올리는 모든 창작자를 위한 요금제"), "가을 개편");
        catalogue.save(catalogue.copy(first.entry().id()), PostedForm.with("visibility", "legacy"));
        var page = HistoryPage.of(first.entry(), browser, Role.AUTHOR);
        assertThat(page.versions()).containsExactly("Version 3", "Version 2", "Version 1");
        assertThat(page.version(2)).contains("가을 개편", "정도윤");
        assertThat(page.gone(2)).containsExactly("1인");
        assertThat(page.fresh(2)).containsExactly("모든");
        assertThat(page.version(1)).contains("Live");

        page.restore(2).says("Version 2 is the working copy again");

        assertThat(page.version(4)).contains("Working copy", "restored from version 2", "Legacy → Public");
        page.undo();
        assertThat(page.version(5)).contains("restored from version 3", "Public → Legacy");
        assertThat(page.compare(1).sides("Visibility")).containsExactly("Public", "Legacy");
    }

    @Test
    void twoVersionsAreChosenComparedAndOnePlaceOfTheOlderIsRestored() {
        var first = catalogue.published("크리에이터", PostedForm.with("headline", "꾸준히 올리는 1인 창작자를 위한 요금제"));
        catalogue.save(first, PostedForm.with("headline", "지금 시작하세요").and("visibility", "legacy"));
        catalogue.save(catalogue.copy(first.entry().id()), PostedForm.with("isActive", "false"));
        var page = HistoryPage.of(first.entry(), browser, Role.AUTHOR);

        assertThat(page.open(1).name("가을 개편 전").says("Version 1 is called").heading()).isEqualTo("Version 1 of 크리에이터");
        page.wholeHistory().choose("Before", 1).compareChosen();
        assertThat(page.sides("Visibility")).containsExactly("Public", "Legacy");
        page.restore("Headline", 1).says("That place is as in version 1 again");

        assertThat(page.heading()).isEqualTo("Compare versions of 크리에이터");
        assertThat(page.fields()).containsExactly("Visibility", "Active");
        assertThat(page.inOneColumn().fields()).containsExactly("Visibility", "Active");
        assertThat(catalogue.copy(first.entry().id()).snapshot().value("headline")).isEqualTo("꾸준히 올리는 1인 창작자를 위한 요금제");
        assertThat(HistoryPage.again(first.entry(), browser).only("Named").versions()).containsExactly("Version 1");
    }

    @Test
    void anEditionSaysWhatItChangedForVisitors() {
        var first = catalogue.published("팀", PostedForm.with("headline", "함께 만드는 팀을 위한 요금제"));
        long edition = catalogue.publish(catalogue.save(first, PostedForm.with("headline", "더 크게 만드는 팀을 위한 요금제")));

        var page = EditionsPage.openedIn(browser, Role.VIEWER);

        assertThat(page.text()).contains("Edition " + edition, "Live now", "박서연");
        page.follow("Edition " + edition);
        assertThat(page.heading()).isEqualTo("Edition " + edition);
        assertThat(page.gone()).containsExactly("함께");
        assertThat(page.fresh()).containsExactly("더 크게");
        assertThat(page.follow("History").heading()).isEqualTo("History of 팀");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en light 1280", "ko dark 390", "ko light 390", "en dark 1280"})
    void everyScreenIsThereForEverybody(String look) {
        catalogue.many(28);
        var entry = catalogue.published("크리에이터", PostedForm.with("description", "**카드 없이** 시작해요.").card("features", java.util.UUID.randomUUID(), "label", "자동 자막"));
        catalogue.publish(catalogue.save(entry, PostedForm.with("description", "**카드 없이** 바로 시작해요.").and("visibility", "legacy")));
        catalogue.save(catalogue.copy(entry.entry().id()), PostedForm.with("headline", "아직 아무도 못 보는 문구"));
        ListPage.openedIn(browser, Role.EDITOR);
        browser.speaking(look.split(" ")[0]).sized(Integer.parseInt(look.split(" ")[2]), 844);
        var shown = look.contains("dark") ? browser.dark() : browser;
        var history = entry.entry().address() + "/history";

        for (var address : List.of("/billing/products", "/billing/products?backward", "/billing/products?search=nonesuch", history, history + "?from=1&to=3",
            history + "?from=1&to=3&view=inline", history + "?show=named", history + "/1",
            "/editions", "/editions/" + catalogue.newestEdition(), "/editions/" + (catalogue.newestEdition() - 1))) {
            shown.open(address);
            assertThat(shown.accessibilityProblems()).as(address).isEmpty();
            assertThat(shown.overflow()).as(address).isZero();
        }
    }
}
