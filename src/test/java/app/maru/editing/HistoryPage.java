package app.maru.editing;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import app.maru.Browser;
import app.maru.content.Entry;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** The history of one entry, as a person at the desk reads it. */
final class HistoryPage {

    private final Browser browser;

    private HistoryPage(Browser browser) {
        this.browser = browser;
    }

    static HistoryPage of(Entry entry, Browser browser, Role role) {
        SignInPage.openedIn(browser).signInAs(role);
        return new HistoryPage(browser.open(entry.address() + "/history"));
    }

    String heading() {
        return browser.see(By.tagName("h1")).getText();
    }

    /** The versions that are shown, from above. */
    List<String> versions() {
        return browser.all(By.xpath("//main//ol/li//h2")).stream().map(WebElement::getText).toList();
    }

    /** Everything that is written of a version. */
    String version(int number) {
        return item(number).getText();
    }

    /** What is gone in a version, and what is new. */
    List<String> gone(int number) {
        return item(number).findElements(By.tagName("del")).stream().map(WebElement::getText).toList();
    }

    List<String> fresh(int number) {
        return item(number).findElements(By.tagName("ins")).stream().map(WebElement::getText).toList();
    }

    private WebElement item(int number) {
        return browser.see(By.xpath("//main//ol/li[.//h2[normalize-space()='Version %d']]".formatted(number)));
    }

    HistoryPage restore(int number) {
        return leave("//button[@aria-label='Restore version %d']".formatted(number));
    }

    HistoryPage undo() {
        return leave("//*[@id='toasts']//button[normalize-space()='Undo']");
    }

    /** Looks at a version beside the working copy. */
    HistoryPage compare(int number) {
        return leave("//a[@aria-label='Compare version %d with the working copy']".formatted(number));
    }

    static HistoryPage again(Entry entry, Browser browser) {
        return new HistoryPage(browser.open(entry.address() + "/history"));
    }

    /** Opens a version whole. */
    HistoryPage open(int number) {
        return leave("//main//h2/a[normalize-space()='Version %d']".formatted(number));
    }

    HistoryPage name(String name) {
        var field = browser.see(By.xpath("//label[starts-with(normalize-space(), 'Name of this version')]//input"));
        field.clear();
        field.sendKeys(name);
        return leave("//button[normalize-space()='Set name']");
    }

    HistoryPage wholeHistory() {
        return leave("//a[normalize-space()='The whole history']");
    }

    /** Shows some versions only. */
    HistoryPage only(String which) {
        return leave("//nav[@aria-label='Which versions']/a[normalize-space()='%s']".formatted(which));
    }

    /** Chooses a version to stand before or after in a comparison. */
    HistoryPage choose(String place, int number) {
        browser.see(By.xpath("//fieldset[normalize-space(legend)='Compare version %d as']/label[normalize-space()='%s']".formatted(number, place))).click();
        return this;
    }

    HistoryPage compareChosen() {
        return leave("//button[normalize-space()='Compare the two']");
    }

    HistoryPage inOneColumn() {
        return leave("//a[normalize-space()='In one column']");
    }

    /** Takes one place out of the version. */
    HistoryPage restore(String place, int number) {
        return leave("//button[@aria-label='Restore %s from version %d']".formatted(place, number));
    }

    /** The fields that differ in a comparison. */
    List<String> fields() {
        return browser.all(By.cssSelector("main .diff-name")).stream().map(WebElement::getText).toList();
    }

    private HistoryPage leave(String control) {
        browser.leave(browser.see(By.xpath(control))::click);
        return this;
    }

    /** Waits for a toast that says so. */
    HistoryPage says(String words) {
        browser.see(By.xpath("//*[@id='toasts']/*[contains(., '%s')]".formatted(words)));
        return this;
    }

    /** Before and after of a field, where two versions stand side by side. */
    List<String> sides(String field) {
        return browser.see(By.xpath("//main//*[@class='diff-field'][*[normalize-space()='%s']]".formatted(field)))
            .findElements(By.cssSelector(".diff-text")).stream().map(WebElement::getText).toList();
    }
}
