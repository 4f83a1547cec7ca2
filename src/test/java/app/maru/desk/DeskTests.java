package app.maru.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import app.maru.Browser;
import showroom.Showroom;

/** The frame and its parts in a real browser, with nothing behind them. */
class DeskTests {

    static Showroom showroom;
    @AutoClose
    Browser browser;

    @BeforeAll
    static void open() {
        showroom = Showroom.open();
    }

    @AfterAll
    static void shut() {
        showroom.close();
    }

    @BeforeEach
    void start() {
        browser = Browser.at(showroom.port());
    }

    @ParameterizedTest
    @CsvSource({"editor-en-light, 1280", "editor-ko-dark, 1280", "editor-ko-light, 390", "editor-en-dark, 390"})
    void everyPartIsAccessibleAndFits(String visitor, int width) {
        browser.sized(width, 900);
        as(visitor);
        for (var page : List.of("/parts", "/parts/editor", "/editions", "/nothing-here", "/sign-in")) {
            browser.open(page);
            assertThat(browser.accessibilityProblems()).as(page).isEmpty();
            assertThat(browser.overflow()).as(page).isZero();
            assertThat(browser.all(By.cssSelector("main"))).as(page).hasSize(1);
            assertThat(browser.all(By.cssSelector("h1"))).as(page).hasSize(1);
        }
    }

    @Test
    void openMenusAndDialogsAreAccessibleToo() {
        as("editor-en-dark").open("/parts");
        named("Menu of Seoyeon Park").click();
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.open("/editions");
        named("Empty the trash").click();
        assertThat(browser.see(By.cssSelector("dialog[open] h2")).getText()).isEqualTo("Delete 3 entries for ever?");
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void theSideBarShowsWhatExistsAndWhatThePersonMaySee() {
        as("viewer-en").open("/parts/editor");
        assertThat(places()).containsExactly("/parts", "/parts/editor", "/editions");
        assertThat(browser.see(By.cssSelector(".sidebar [aria-current]")).getDomAttribute("href")).isEqualTo("/parts/editor");
        as("admin-en").open("/editions");
        assertThat(places()).containsExactly("/parts", "/parts/editor", "/editions", "/secret");
    }

    @Test
    void theSideBarStaysAsItWasLeft() {
        as("editor-en").open("/parts");
        named("Collapse side bar").click();
        assertThat(browser.see(By.id("sidebar")).getSize().width).isLessThan(64);
        browser.withoutScripts().open("/editions");
        assertThat(browser.see(By.id("sidebar")).getSize().width).isLessThan(64);
        assertThat(browser.see(By.cssSelector("a[href='/parts']")).getAccessibleName()).isEqualTo("Draft");
    }

    @Test
    void onATelephoneTheSideBarComesWhenItIsCalledAndGoesOnEscapeWithoutAnyScript() {
        browser.sized(390, 844).withoutScripts();
        as("editor-en").open("/parts");
        assertThat(browser.all(By.id("sidebar")).getFirst().isDisplayed()).isFalse();
        named("Menu").click();
        assertThat(browser.see(By.cssSelector("#sidebar a[href='/editions']")).isDisplayed()).isTrue();
        browser.hand().sendKeys(Keys.ESCAPE).perform();
        browser.await("the side bar to go", page -> !page.all(By.id("sidebar")).getFirst().isDisplayed());
    }

    @Test
    void thePersonsMenuWorksWithoutScript() {
        browser.withoutScripts();
        as("editor-ko").open("/parts");
        named("박서연 메뉴").click();
        assertThat(browser.see(By.id("person-menu")).getText()).contains("editor@maru.example", "편집자", "한국어", "English", "로그아웃");
        var menu = browser.see(By.id("person-menu")).getRect();
        assertThat(menu.x + menu.width).isBetween(1000, 1280);
        assertThat(menu.y).isBetween(30, 60);
    }

    @ParameterizedTest
    @CsvSource({"editor-en-light, rgb(255| 255| 255)", "editor-en-dark, rgb(21| 25| 27)", "editor-en-system, rgb(21| 25| 27)"})
    void theThemeIsThePersonsOrTheSystemsWithoutScript(String visitor, String background) {
        browser.dark().withoutScripts();
        as(visitor).open("/parts");
        assertThat(browser.script("return getComputedStyle(document.body).backgroundColor")).isEqualTo(background.replace('|', ','));
    }

    @Test
    void theFirstTabLeadsPastTheFrame() {
        as("editor-en").open("/parts");
        browser.hand().sendKeys(Keys.TAB).sendKeys(Keys.ENTER).perform();
        browser.await("the content to have the focus", page -> page.script("return document.activeElement.id").equals("content"));
    }

    @Test
    void aToastSaysWhatHappenedAndUndoesIt() {
        as("editor-en").open("/parts");
        browser.leave(() -> named("Make a toast").click());
        var toast = browser.see(By.cssSelector("[role=status] .desk-toast"));
        assertThat(toast.getText()).contains("5 min ago");
        var undo = toast.findElement(By.cssSelector("form[action='/toast']"));
        assertThat(undo.findElement(By.name("_method")).getDomAttribute("value")).isEqualTo("delete");
        assertThat(undo.findElement(By.name("what")).getDomAttribute("value")).isEqualTo("this");
        assertThat(undo.findElement(By.name("_csrf")).getDomAttribute("value")).isNotEmpty();
        named("Dismiss").click();
        browser.await("the toast to go", page -> page.all(By.cssSelector(".desk-toast")).isEmpty());
    }

    @Test
    void aRequestThatFindsTheSessionGoneReplacesNothing() {
        as("editor-en").open("/parts");
        named("Reload part").click();
        assertThat(browser.see(By.cssSelector("#signed-out[open] h2")).getText()).isEqualTo("Your session has ended");
        assertThat(browser.see(By.id("part")).getText()).contains("Reload part").doesNotContain("Password");
    }

    @Test
    void aPartThatCannotBeHadLeavesThePageAndSaysSo() {
        as("editor-en").open("/parts");
        named("Fail").click();
        assertThat(browser.see(By.cssSelector("#toasts [role=alert]")).getText()).contains("Something went wrong on our side").doesNotContain("secret");
        assertThat(named("Fail").isDisplayed()).isTrue();
    }

    @Test
    void fieldsKeepWhatWasTypedAndSayWhatIsWrong() {
        as("editor-en").open("/parts/editor");
        assertThat(field("description").getDomProperty("value")).isEqualTo("\nTwo lines\n<b>and markup</b>");
        assertThat(field("slug").getDomAttribute("aria-invalid")).isEqualTo("true");
        assertThat(browser.script("""
            const field = document.getElementById('field-slug');
            return field.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id).textContent.trim()).join(' / ')"""))
            .isEqualTo("The address may be mistyped, or what was here has been moved or deleted. / Already in use by “Team”.");
        assertThat(browser.script("return document.activeElement.dataset.desk")).as("the summary is read first").isEqualTo("errors");
    }

    @Test
    void countersCountAsOneTypes() {
        as("editor-en").open("/parts/editor");
        field("slug").clear();
        field("slug").sendKeys("🙂ab");
        assertThat(browser.see(By.id("field-slug-counter")).getText()).isEqualTo("3 / 5");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFlagSaysYesAndNo(boolean on) {
        as("editor-en").open("/parts/editor");
        if (!on) {
            field("isActive").click();
        }
        assertThat(browser.script("return new FormData(document.querySelector('main form')).getAll('isActive').at(-1)")).isEqualTo(String.valueOf(on));
    }

    @Test
    void aFormThatIsTooLargeIsAnsweredAndWhatWasTypedIsThereWhenOneGoesBack() {
        as("editor-en").open("/parts/editor");
        browser.script("document.getElementById('field-description').value = 'a'.repeat(20_000_000)");
        browser.leave(() -> named("Save").click());
        assertThat(browser.see(By.tagName("h1")).getText()).isEqualTo("This is too large to send");
        browser.leave(() -> named("Go back").click());
        browser.see(By.id("field-description"));
        assertThat(browser.script("return document.getElementById('field-description').value.length")).isEqualTo(20_000_000L);
    }

    @Test
    void theFirstVisitIsLight() {
        as("editor-ko").open("/parts");
        var all = (Long) browser.script("""
            return performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
              .reduce((sum, entry) => sum + entry.transferSize, 0)""");
        var scripts = (Long) browser.script("""
            return performance.getEntriesByType('resource').filter(entry => entry.initiatorType === 'script')
              .reduce((sum, entry) => sum + entry.transferSize, 0)""");
        assertThat(all).isBetween(20_000L, 150_000L);
        assertThat(scripts).isBetween(10_000L, 60_000L);
        assertThat(browser.script("""
            return performance.getEntriesByType('resource').filter(entry => !entry.name.startsWith(location.origin)).length""")).isEqualTo(0L);
    }

    @Test
    void nothingOffendsThePolicy() {
        browser.driver().manage().logs().get("browser");
        as("editor-en").open("/parts");
        named("Menu of Seoyeon Park").click();
        as("editor-en").open("/parts/editor");
        assertThat(browser.driver().manage().logs().get("browser").getAll()).isEmpty();
    }

    private Browser as(String visitor) {
        browser.driver().executeCdpCommand("Network.setCookie",
            Map.of("name", "visitor", "value", visitor, "url", "http://localhost:" + showroom.port()));
        return browser;
    }

    private WebElement named(String name) {
        return browser.await("something named " + name, page -> page.all(By.cssSelector("button, a")).stream()
            .filter(WebElement::isDisplayed).filter(element -> element.getAccessibleName().equals(name)).findFirst().orElse(null));
    }

    private WebElement field(String path) {
        return browser.driver().findElement(By.id(Input.idOf(path)));
    }

    private List<String> places() {
        return browser.all(By.cssSelector(".sidebar .nav-group a")).stream().map(link -> link.getDomAttribute("href")).toList();
    }
}
