package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;
import app.maru.content.PostedForm;
import app.maru.identity.Role;

/** A case study is put into a category, and the category is not taken from it unawares. */
@EditingTest
class RelationJourneyTests {

    private static final String CATEGORIES = "/usecases/categories";
    private static final String STUDIES = "/usecases/case-studies";

    @LocalServerPort
    private int port;
    @AutoClose
    private Browser browser;
    private Desk desk;
    private String mark;
    private String bakeries;
    private UUID category;

    @BeforeEach
    void aBrowserAndTwoCategories() {
        browser = Browser.at(port);
        desk = Desk.of(port, Role.EDITOR);
        mark = UUID.randomUUID().toString().substring(0, 8);
        bakeries = "빵집 이야기 " + mark;
        category = made(CATEGORIES, PostedForm.with("name", bakeries));
        made(CATEGORIES, PostedForm.with("name", "책방 이야기 " + mark));
    }

    @Test
    void aCategoryIsFoundWhileOneTypesAndChosenByThePointer() {
        var page = study().find("Category", mark).offers("Category", bakeries, "책방 이야기 " + mark);
        page.find("Category", " ㅃㅈ").offers("Category", bakeries).choose("Category", category);
        page.fill("Title", "소금빵 가게").fill("Slug", Desk.slug()).press("Save").says("Saved");

        assertThat(page.chosen("Category")).isEqualTo(bakeries);
        assertThat(page.reopen().chosen("Category")).isEqualTo(bakeries);
    }

    @Test
    void aCategoryIsFoundAndChosenByKeysAlone() {
        var page = study().fill("Slug", Desk.slug()).fill("Title", "열쇠로만 쓴 사례").find("Category", bakeries).offers("Category", bakeries);

        page.keys(Keys.ENTER).keys(Keys.TAB);
        assertThat(page.focus()).isEqualTo("Category");
        assertThat(page.path()).as("Return in the search saves nothing").contains("/new");
        page.keys(Keys.ARROW_DOWN).keys(Keys.CONTROL, "s").says("Saved");

        assertThat(page.reopen().chosen("Category")).isEqualTo(bakeries);
    }

    @Test
    void whatIsChosenWhileASearchIsUnderWayStays() {
        var page = study().find("Category", mark).offers("Category", bakeries, "책방 이야기 " + mark);
        browser.answeredAfter(1500);

        page.find("Category", " ㅊㅂ").beforeItIsFound(() -> page.choose("Category", category));

        assertThat(page.chosen("Category")).isEqualTo(bakeries);
    }

    @Test
    void whatIsNotFoundIsNotOffered() {
        study().find("Category", "nonesuch " + mark).offers("Category");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void whatHangsOnACategoryIsSaidBeforeItGoes(int width, String theme) {
        var study = made(STUDIES, PostedForm.with("title", "소금빵 가게의 아침").and("category", category.toString()));
        desk.put(STUDIES + "/" + study + "/publication", PostedForm.with("_with", category.toString()));
        browser.sized(width, 900).preferring(theme);
        var page = ProductPage.fresh(browser, Role.EDITOR).at(CATEGORIES + "/" + category);

        page.leaveByMenu("Unpublish").readsProblemsFirst();
        assertThat(page.problems()).contains("One published entry points to this", "소금빵 가게의 아침");
        fits("who points to it");
        page.at(CATEGORIES + "/" + category).leaveByMenu("Archive").readsProblemsFirst();
        assertThat(page.problems()).contains("One entry hangs on this", "소금빵 가게의 아침");
        fits("what hangs on it");
        page.leaveBy("Archive all the same").state("Archived");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void nothingIsWrongWithWhatASearchLeavesOpen(int width, String theme) {
        browser.sized(width, 900).preferring(theme);
        study().find("Category", mark).offers("Category", bakeries, "책방 이야기 " + mark);
        fits("found");
    }

    private ProductPage study() {
        return ProductPage.fresh(browser, Role.EDITOR).at(STUDIES + "/new");
    }

    private UUID made(String type, PostedForm form) {
        var id = UUID.randomUUID();
        assertThat(desk.send(type, form.and("slug", Desk.slug()).and("_entry", id.toString())).location()).isEqualTo(type + "/" + id);
        return id;
    }

    private void fits(String state) {
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state).isZero();
    }
}
