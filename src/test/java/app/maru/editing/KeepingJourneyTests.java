package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

import app.maru.identity.Role;

/** How what a person types is kept while they type it, whatever happens to the page. */
class KeepingJourneyTests extends ProductJourney {

    @Test
    void whatIsTypedIsThereAgainUntilItIsSaved() {
        var id = product();
        var page = ProductPage.of(id, browser, Role.EDITOR).fill("Headline", "아직 저장 전");
        page.card("하나").open().fill("Label", "하나 더");
        page.card("셋").moveUp();
        page.saving("Kept");

        page.reopen().has("Headline", "아직 저장 전").saving("Kept").hasCards("Features", "1 하나 더", "2 셋", "3 둘");
        assertThat(desk.open(id).body()).as("nobody else sees it").doesNotContain("아직 저장 전");

        page.press("Save").says("Saved").saving("All saved").seesNoMore("What you typed and did not save is in the form");
        page.reopen().has("Headline", "아직 저장 전").hasCards("Features", "1 하나 더", "2 셋", "3 둘");
    }

    @Test
    void unsavedTextIsDiscardedAndTakenBack() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Headline", "버릴 글");
        var card = page.add("Add feature").fill("Label", "넷");
        assertThat(card.isOpen()).isTrue();
        page.saving("Kept").reopen();

        page.press("Discard unsaved text").has("Headline", "").hasCards("Features", "1 하나", "2 둘", "3 셋");
        page.leaveBy("Undo").has("Headline", "버릴 글").hasCards("Features", "1 하나", "2 둘", "3 셋", "4 넷");
    }

    @Test
    void whoeverLeavesInTheMiddleOfASentenceFindsItAgain() {
        var page = ProductPage.of(product(), browser, Role.EDITOR).fill("Headline", "말을 하다 ");
        var address = page.path();

        page.at(address + "/history").at(address);

        browser.await("what was typed", shown -> page.reopen().value("Headline").equals("말을 하다 "));
    }

    @Test
    void aNewEntryIsKeptBeforeItExists() {
        var page = ProductPage.fresh(browser, Role.EDITOR).fill("Name", "시작만 한 것").saving("Kept");
        assertThat(page.path()).startsWith("/billing/products/new?entry=");

        page.reopen().has("Name", "시작만 한 것").another().leaveByLink("시작만 한 것");
        page.has("Name", "시작만 한 것").press("Save").says("Saved").state("Draft");
        assertThat(page.path()).doesNotContain("new", "?");
    }

    @Test
    void whatIsTypedWithoutANetworkIsKeptWhenItIsBack() {
        var id = product();
        var page = ProductPage.of(id, browser, Role.EDITOR);
        browser.offline();
        page.fill("Headline", "터널 안에서").saving("Not kept, retrying");
        page.fill("Name", "기차");

        browser.answeredAfter(0);

        page.saving("Kept").reopen().has("Headline", "터널 안에서").has("Name", "기차");
    }

    @Test
    void whatCouldNotBeKeptOutlivesTheTabAndIsShownToNobodyElse() {
        var id = product();
        ProductPage.of(id, browser, Role.EDITOR);
        var tab = browser.anotherTab();
        var typed = ProductPage.of(tab).at(Desk.address(id));
        tab.script("window.fetch = () => Promise.reject(new TypeError('cut'))"); // a cut that lasts while the tab is closed
        typed.fill("Headline", "끊긴 채로 쓴 글").saving("Not kept, retrying");
        tab.closeTab();

        var page = ProductPage.of(browser).reopen().sees("This browser has text that could not be kept");
        assertThat(browser.accessibilityProblems()).isEmpty();
        signOut();
        page.sees("Some of your text is in this browser only");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.leave(() -> page.press("Leave it here and sign out"));
        var other = ProductPage.of(id, browser, Role.AUTHOR);
        other.fill("Name", "다른 사람").saving("Kept");
        assertThat(browser.all(By.cssSelector("#editor-copies > *"))).isEmpty();
        signOut();
        browser.see(By.xpath("//*[normalize-space()='You have signed out.']"));

        ProductPage.of(id, browser, Role.EDITOR).leaveBy("Put it in the form").has("Headline", "끊긴 채로 쓴 글").saving("Kept");
        assertThat(browser.script("return localStorage.length")).isEqualTo(0L);
    }

    @Test
    void whoeverSignsOutMayDeleteWhatIsInTheBrowserOnly() {
        var page = ProductPage.of(product(), browser, Role.EDITOR);
        browser.script("localStorage.setItem(`maru.unsaved/${document.body.dataset.person}/x`, '{}')");
        signOut();
        page.press("Stay signed in").fill("Headline", "계속");
        signOut();
        browser.leave(() -> page.press("Delete it and sign out"));

        assertThat(browser.script("return Object.keys(localStorage).filter(key => key.endsWith('/x')).length")).isEqualTo(0L);
        assertThat(page.path()).startsWith("/sign-in");
    }

    @Test
    void whoseSessionEndsWhileTypingSignsInOverTheFormAndGoesOn() {
        var page = ProductPage.of(product(), browser, Role.EDITOR);
        browser.driver().manage().deleteCookieNamed("maru-session");

        page.fill("Headline", "세션이 끝난 줄 모르고").sees("Your session has ended");
        var password = browser.see(By.cssSelector("dialog[open] input[type=password]"));
        password.sendKeys("wrong", Keys.ENTER);
        browser.see(By.cssSelector("dialog[open] [role=alert]"));
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.see(By.cssSelector("dialog[open] input[type=password]")).sendKeys("maru-open-floor", Keys.ENTER);

        page.seesNoMore("Your session has ended").saving("Kept").press("Save").says("Saved").reopen().has("Headline", "세션이 끝난 줄 모르고");
    }

    @Test
    void aHangulSyllableIsKeptWhileItIsComposedAndIsNotDisturbed() {
        var id = product();
        var page = ProductPage.of(id, browser, Role.EDITOR).into("Headline");
        browser.script("""
            window.compositions = 0;
            window.written = 0;
            const field = document.activeElement;
            field.addEventListener("compositionstart", () => window.compositions++);
            const value = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value");
            Object.defineProperty(field, "value", {get() { return value.get.call(this); }, set(text) { window.written++; value.set.call(this, text); }});""");

        browser.composing("ㅎ").composing("하").composing("한");
        page.saving("Kept");
        browser.composing("한그").composing("한글").composed("한글");

        page.has("Headline", "한글");
        assertThat(browser.script("return window.compositions")).isEqualTo(1L);
        assertThat(browser.script("return window.written")).as("nobody writes into a field in use").isEqualTo(0L);
        assertThat(page.focus()).isEqualTo("Headline");
        browser.await("all of it kept", shown -> page.reopen().value("Headline").equals("한글"));
    }

    @Test
    void twoTabsOfOnePersonLoseNothingOfEachOther() {
        var id = product();
        var one = ProductPage.of(id, browser, Role.EDITOR);
        var other = ProductPage.of(browser.anotherTab()).at(Desk.address(id));

        one.fill("Name", "한 탭").saving("Kept");
        other.fill("Headline", "다른 탭").saving("Kept");
        one.fill("Name", "한 탭 더").saving("Unsaved").saving("Kept");

        other.reopen().has("Name", "한 탭 더").has("Headline", "다른 탭").press("Save").says("Saved").saving("All saved");
        assertThat(desk.open(id).body()).contains("value=\"한 탭 더\"", "value=\"다른 탭\"");
    }

    @ParameterizedTest
    @CsvSource({"1280, light", "1280, dark", "390, light", "390, dark"})
    void nothingIsWrongWithHowItIs(int width, String theme) {
        var id = product();
        browser.sized(width, 900).preferring(theme);
        var page = ProductPage.of(id, browser, Role.EDITOR).fill("Headline", "내 문장").saving("Kept");
        fits("kept", width, theme);
        desk.save(id, desk.form(id).and("description", "다른 사람의 설명"));
        page.reopen();
        fits("taken up", width, theme);
        ProductPage.of(browser).another().fill("Name", "시작한 것").saving("Kept").another();
        fits("begun", width, theme);
    }

    private void signOut() {
        browser.click(browser.see(By.cssSelector("[popovertarget=person-menu]")));
        browser.see(By.xpath("//button[normalize-space()='Sign out']")).click();
    }

    private void fits(String state, int width, String theme) {
        assertThat(browser.accessibilityProblems()).as(state).isEmpty();
        assertThat(browser.overflow()).as(state + ": wider than the window").isZero();
        var folder = System.getProperty("maru.photographs");
        if (folder != null) {
            browser.photograph(java.nio.file.Path.of(folder, "keeping-%s-%d-%s.png".formatted(state.replace(' ', '-'), width, theme)));
        }
    }
}
