package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import app.maru.identity.Role;

/** What helps somebody who writes: the page beside the form, Markdown's buttons, the keyboard. */
class WritingJourneyTests extends ProductJourney {

    private static final String PAGE = "return document.querySelector('#beside iframe').contentDocument?.body?.innerText ?? ''";

    // ---- the page beside the form

    @Test
    void thePageBesideTheFormFollowsWhatIsTypedAndNothingIsSaved() {
        var id = product();
        var page = ProductPage.of(id, browser, Role.AUTHOR);

        page.press("Beside the form");
        beside("둘");
        page.card("둘").remove();
        browser.await("the card to be gone beside", shown -> !said().contains("둘"));
        page.fill("Headline", "지금 쓰는 한 줄");
        beside("지금 쓰는 한 줄");
        page.card("하나").open().fill("Label", "새로 쓴 기능");
        beside("새로 쓴 기능");

        assertThat(desk.browser().get(Desk.address(id) + "/preview/page").text()).doesNotContain("지금 쓰는 한 줄");
    }

    @Test
    void thePageBesideStaysWhereItWasAndIsThereAgainNextTime() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).press("Beside the form").press("Tablet");
        page.fill("Description", "한 문장이에요.\n\n".repeat(40));
        beside("한 문장이에요.\n\n한 문장이에요.");
        browser.script("document.querySelector('#beside iframe').contentWindow.scrollTo(0, 120)");

        page.fill("Headline", "지금 쓰는 한 줄");

        beside("지금 쓰는 한 줄");
        assertThat((Long) browser.script("return Math.round(document.querySelector('#beside iframe').contentWindow.scrollY)")).isEqualTo(120L);
        page.press("Save").says("Saved").reopen();
        beside("지금 쓰는 한 줄");
        assertThat(browser.see(By.cssSelector("#beside iframe")).getDomAttribute("class")).isEqualTo("tablet");
        page.press("Close the preview");
        assertThat(browser.driver().switchTo().activeElement().getText()).isEqualTo("Beside the form");
        page.reopen();
        assertThat(browser.all(By.cssSelector("#beside:not([hidden])"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "390, dark"})
    void nothingIsWrongWithThePageBeside(int width, String scheme) {
        browser.sized(width, 900).preferring(scheme);
        ProductPage.of(product(), browser, Role.EDITOR).press("Beside the form");
        beside("크리에이터");

        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    private void beside(String words) {
        browser.await("the page beside to say " + words, shown -> said().contains(words));
    }

    private String said() {
        return (String) browser.script(PAGE);
    }

    // ---- Markdown

    @Test
    void markdownIsWrittenByButtonsAndTheBrowserUndoesIt() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Description", "카드 없이 시작해요");
        choose("카드 없이");

        page.press("Bold").has("Description", "**카드 없이** 시작해요");
        page.press("Bold").has("Description", "카드 없이 시작해요");
        page.press("Link").has("Description", "[카드 없이](https://) 시작해요").typing("https://maru.example").has("Description", "[카드 없이](https://maru.example) 시작해요");

        page.fill("Description", "하나\n둘");
        choose("하나\n둘");
        page.press("Numbered list").has("Description", "1. 하나\n2. 둘");
        page.keys(Keys.CONTROL, "z").has("Description", "하나\n둘").saving("Unsaved");
    }

    @Test
    void markdownIsWrittenByTheKeyboard() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Description", "빠르게");
        choose("빠르게");

        page.keys(Keys.CONTROL, "i").has("Description", "*빠르게*").keys(Keys.CONTROL, Keys.SHIFT, "8").has("Description", "- *빠르게*");

        page.press("Bold");
        browser.driver().switchTo().activeElement();
        browser.script("document.querySelector('[data-mark=bold]').focus()");
        page.keys(Keys.ARROW_LEFT);
        assertThat(page.focus()).isEqualTo("Quotation");
        page.keys(Keys.ARROW_RIGHT).keys(Keys.ARROW_RIGHT);
        assertThat(page.focus()).isEqualTo("Italic");
    }

    private void choose(String words) {
        browser.script("""
            const field = document.getElementById('field-description');
            field.focus();
            field.setSelectionRange(field.value.indexOf(arguments[0]), field.value.indexOf(arguments[0]) + arguments[0].length);""", words);
    }

    // ---- the keyboard

    @Test
    void theKeyboardPublishes() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Headline", "한 줄");

        page.keys(Keys.CONTROL, Keys.ENTER);
        page.confirm().says("Published in edition").state("Published").has("Headline", "한 줄");
    }

    @Test
    void aQuestionMarkListsTheShortcutsUnlessSomebodyTypesOrSwitchedItOff() {
        var page = ProductPage.of(product(), browser, Role.VIEWER).at("/billing/products");

        page.keys("?");
        assertThat(page.asked()).contains("Keyboard shortcuts", "Ctrl", "Publish, or submit for review", "Numbered list");
        assertThat(browser.accessibilityProblems()).isEmpty();
        page.tick("Single keys").pressInDialog("Close");

        page.keys("?", "/");
        assertThat(browser.all(By.cssSelector("dialog[open]"))).isEmpty();
        browser.see(By.cssSelector(".person-button")).click();
        browser.see(By.linkText("Keyboard shortcuts")).click();
        assertThat(page.asked()).contains("Keyboard shortcuts");
        page.tick("Single keys").pressInDialog("Close").keys("/");
        assertThat(page.focus()).contains("Search");
        page.keys("?");
        assertThat(page.asked()).as("a question mark that is typed is one").doesNotContain("Keyboard shortcuts");
    }

    @Test
    void withoutScriptsTheShortcutsAreAPage() {
        ProductPage.of(product(), browser, Role.VIEWER);
        browser.withoutScripts();

        browser.open("/shortcuts");

        assertThat(browser.see(By.tagName("main")).getText()).contains("Keyboard shortcuts", "Save", "Ctrl\nS");
    }
}
