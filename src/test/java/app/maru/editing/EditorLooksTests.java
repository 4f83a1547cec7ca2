package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.maru.identity.Role;

/** What axe finds on every state of the editor, and whether it fits: wide and on a telephone, light and dark. */
class EditorLooksTests extends ProductJourney {

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void nothingIsWrongWithHowItIs(int width, String theme) {
        browser.sized(width, 900);
        if (theme.equals("dark")) {
            browser.dark();
        }
        var id = product();
        var page = ProductPage.of(id, browser, Role.EDITOR);
        page.card("하나").open();
        page.card("둘").open().remove();
        page.add("Add checkout link").choose("Interval", "Yearly");
        page.fill("Description", "**굵게**, [주소](https://maru.example)").togglePreview("Description").rendered();
        fits("cards open, removed and new");

        page.fill("Slug", "Not A Slug").press("Save").problems();
        fits("something wrong");
        page.fill("Slug", Desk.slug()).fill("Headline", "내 문장");
        desk.save(id, desk.form(id).and("headline", "그들의 문장"));
        page.press("Save").clash();
        fits("a conflict");
        page.fill("Name", "").press("Save").says("Saved").press("Publish").problems();
        fits("something missing");
        page.fill("Name", "크리에이터").card("Yearly").fill("Button label", "시작하기");
        page.press("Publish").asked();
        fits("before publishing");
        page.confirm().says("Published");
        fits("published");
        page.leaveByMenu("Archive").state("Archived");
        fits("archived, with Undo");
        page.another();
        fits("new");
    }

    @ParameterizedTest
    @CsvSource({"1280", "390"})
    void nothingIsWrongWithHowItIsReadInKorean(int width) {
        browser.sized(width, 900);
        var page = ProductPage.of(product(), browser, Role.VIEWER);
        page.card("셋").open();
        fits("read only");
        browser.speaking("ko");
        page.reopen();
        fits("in Korean");
    }

    private void fits(String state) {
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state + ": wider than the window").isZero();
    }
}
