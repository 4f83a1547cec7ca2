package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** The editor for people who have no mouse, who see everything four times as large, or whom moving things make ill. */
class ReachJourneyTests extends ProductJourney {

    private static final int STOPS = 60;
    private static final String COVERED = """
        const it = document.activeElement, box = it.getBoundingClientRect();
        if (it === document.body || box.width < 2 || box.height < 2) return "";
        const seen = [.1, .5, .9].some(x => [.1, .5, .9].some(y => {
          const found = document.elementFromPoint(box.left + box.width * x, box.top + box.height * y);
          return found && (found === it || it.contains(found) || found.contains(it) && getComputedStyle(it).opacity === "0" || [...it.labels ?? []].some(label => label.contains(found)));
        }));
        return seen ? "" : (it.id || it.className || it.tagName) + " " + it.textContent.trim().slice(0, 30) + " at " + Math.round(box.top) + " to " + Math.round(box.bottom);""";
    private static final String SLOWEST = """
        const seconds = text => Math.max(...text.split(",").map(part => parseFloat(part) * (part.includes("ms") ? 1 : 1000)));
        return Math.max(...[...document.querySelectorAll("*")].flatMap(one => ["", "::before", "::after"].map(part => getComputedStyle(one, part)))
          .flatMap(style => [seconds(style.transitionDuration), seconds(style.animationDuration)]));""";

    @Test
    void aProductIsFoundEditedAndPublishedByTheKeyboardAlone() {
        var id = product();
        desk.save(id, desk.form(id).and("name", "자판으로 쓴 요금제"));
        SignInPage.openedIn(browser).signInAs(Role.EDITOR);
        var page = ProductPage.of(browser).at(Desk.PRODUCTS + "?search=자판으로");
        browser.leave(() -> page.tabTo("자판으로 쓴 요금제").keys(Keys.ENTER));
        page.tabTo("Skip to content").keys(Keys.ENTER);
        page.tabTo("Headline").typing("자판만으로");
        page.tabTo("1 하나").keys(Keys.ENTER).card("하나").loaded();
        page.tabTo("Label").keys(Keys.END).typing(" 더");
        page.tabTo("Move 3 셋").keys(" ").keys(Keys.ARROW_UP).keys(Keys.ENTER).hasCards("Features", "1 하나 더", "2 셋", "3 둘");
        page.tabTo("Remove 3 둘").keys(Keys.ENTER).hasCards("Features", "1 하나 더", "2 셋");
        page.focusing("Undo").keys(Keys.ENTER).hasCards("Features", "1 하나 더", "2 셋", "3 둘").tabTo("Remove 3 둘").keys(Keys.ENTER);
        page.tabTo("Add feature").keys(Keys.ENTER).focusing("Label").typing("넷").keys(Keys.CONTROL, "s");
        page.saving("All saved").hasCards("Features", "1 하나 더", "2 셋", "3 넷");

        page.keys(Keys.CONTROL, Keys.ENTER).focusing("Publish now").keys(Keys.ENTER).state("Published");
        assertThat(desk.browser().get("/api/v1/billing/products/" + id + "?fields=headline,features.label").body())
            .contains("\"headline\":\"자판만으로\"", "[{\"label\":\"하나 더\"},{\"label\":\"셋\"},{\"label\":\"넷\"}]");
    }

    @Test
    void atFourHundredPercentNothingIsCutOffOrCovered() {
        browser.enlarged();
        var page = ProductPage.of(product(), browser, Role.EDITOR);
        page.card("둘").open();
        assertThat(browser.overflow()).as("wider than the window").isZero();

        assertThat(browser.script("scrollTo(0, 600); return !document.elementFromPoint(160, 70).closest('.topbar, .page-head')")).as("no bar stays over the text").isEqualTo(true);
        for (int stop = 1; stop <= STOPS; stop++) {
            page.keys(Keys.TAB);
            browser.await("to see what has the focus after Tab was pressed %d times".formatted(stop), shown -> shown.script(COVERED).equals(""));
        }
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void nothingMovesForWhoeverWantsItSo() {
        browser.moving(true);
        var page = ProductPage.of(product(), browser, Role.EDITOR);
        page.press("Save");
        browser.see(By.cssSelector("#toasts .desk-toast"));
        assertThat(((Number) browser.script(SLOWEST)).doubleValue()).as("milliseconds").isGreaterThan(50);

        browser.moving(false);
        assertThat(((Number) browser.script(SLOWEST)).doubleValue()).as("milliseconds").isLessThan(1);
    }
}
