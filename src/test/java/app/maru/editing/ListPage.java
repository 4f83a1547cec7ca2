package app.maru.editing;

import java.util.List;
import java.util.Map;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** The list of billing products, as a person at the desk uses it: by what is written on it. */
final class ListPage {

    private static final By TITLES = By.cssSelector("main table .title");

    private final Browser browser;

    private ListPage(Browser browser) {
        this.browser = browser;
    }

    /** The list before somebody who has just signed in. */
    static ListPage openedIn(Browser browser, Role role) {
        SignInPage.openedIn(browser).signInAs(role);
        return new ListPage(browser.open(Desk.PRODUCTS));
    }

    /** The list of another type, narrowed as its address says. */
    ListPage elsewhere(String address) {
        browser.open(address);
        return this;
    }

    // ---- looking for something

    ListPage search(String words) {
        var field = labelled("Search");
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
        field.sendKeys(words);
        return this;
    }

    /** Chooses among the states. */
    ListPage state(String word) {
        browser.see(By.xpath("//form[@role='search']//label[span[1][normalize-space()='%s']]".formatted(word))).click();
        return this;
    }

    /** How many entries a state says it has. */
    String count(String word) {
        return browser.see(By.xpath("//form[@role='search']//label/span[1][normalize-space()='%s']/following-sibling::span".formatted(word))).getText();
    }

    // ---- views of one's own

    ListPage saveView(String name) {
        browser.see(By.id("views-opener")).click();
        browser.see(By.xpath("//label[normalize-space()='Save what the list shows now as']/following::input[1]")).sendKeys(name);
        browser.leave(browser.see(By.xpath("//form[contains(., 'Save what the list shows now as')]//button[normalize-space()='Save']"))::click);
        return this;
    }

    ListPage openView(String name) {
        browser.see(By.id("views-opener")).click();
        browser.leave(browser.see(By.xpath("//main//ul[@aria-label='My views']//a[normalize-space()='%s']".formatted(name)))::click);
        return this;
    }

    /** What the button of the views says: the view that is shown, if one is. */
    String view() {
        return browser.see(By.id("views-opener")).getText();
    }

    ListPage renameView(String from, String to) {
        browser.see(By.id("views-opener")).click();
        browser.see(By.xpath("//summary[@aria-label='Change “%s”']".formatted(from))).click();
        var name = browser.see(By.xpath("//details[@open]//label[normalize-space()='Name of the view']/following::input[1]"));
        name.clear();
        name.sendKeys(to);
        browser.leave(browser.see(By.xpath("//details[@open]//button[normalize-space()='Rename']"))::click);
        return this;
    }

    ListPage deleteView(String name) {
        browser.see(By.id("views-opener")).click();
        browser.see(By.xpath("//summary[@aria-label='Change “%s”']".formatted(name))).click();
        browser.leave(browser.see(By.xpath("//details[@open]//button[normalize-space()='Delete']"))::click);
        return this;
    }

    /** Chooses from the list below the label: a filter, or how to sort. */
    ListPage choose(String label, String choice) {
        new Select(labelled(label)).selectByVisibleText(choice);
        return this;
    }

    /** Turns to the First, Previous, Next or Last page. */
    ListPage turn(String page) {
        link(page).click();
        return this;
    }

    boolean offers(String page) {
        return browser.all(By.xpath("//nav[@aria-label='Pages']//a[@href][normalize-space()='%s']".formatted(page))).stream().anyMatch(WebElement::isDisplayed);
    }

    private WebElement link(String words) {
        return browser.see(By.xpath("//main//a[normalize-space()='%s']".formatted(words)));
    }

    private WebElement labelled(String label) {
        return browser.see(By.xpath("//form[@role='search']//label[span[normalize-space()='%s']]//*[self::input or self::select]".formatted(label)));
    }

    /** Asks for what was chosen: where no script does it at once. */
    ListPage show() {
        browser.leave(browser.see(By.xpath("//form[@role='search']//button[normalize-space()='Show']"))::click);
        return this;
    }

    ListPage follow(String link) {
        browser.leave(link(link)::click);
        return this;
    }

    // ---- choosing several

    ListPage tick(String title) {
        browser.see(By.xpath("//main//input[@aria-label='Select %s']".formatted(title))).click();
        return this;
    }

    /** Ticks the first, and with Shift the last. */
    ListPage tickThrough(String first, String last) {
        tick(first);
        var box = browser.see(By.xpath("//main//input[@aria-label='Select %s']".formatted(last)));
        browser.hand().keyDown(Keys.SHIFT).click(box).keyUp(Keys.SHIFT).perform();
        return this;
    }

    ListPage tickPage() {
        browser.see(By.xpath("//main//input[@aria-label='Select all on this page']")).click();
        return this;
    }

    /** Ticks whatever is found, on this page and others. */
    ListPage tickAll() {
        browser.see(By.xpath("//form[@id='batch']//label[input]")).click();
        return this;
    }

    /** What the bar says of how many are chosen. */
    ListPage bar(String words) {
        browser.await("the bar to say " + words, page -> page.see(By.id("batch")).getText().contains(words));
        return this;
    }

    boolean hasBar() {
        return browser.all(By.id("batch")).stream().anyMatch(WebElement::isDisplayed);
    }

    /** Presses a button of the bar, and waits for what comes. */
    ListPage all(String act) {
        browser.leave(browser.see(By.xpath("//form[@id='batch']//button[normalize-space()='%s']".formatted(act)))::click);
        return this;
    }

    /** Does all the same what was asked about. */
    ListPage goOn(String button) {
        browser.leave(browser.see(By.xpath("//main//button[normalize-space()='%s']".formatted(button)))::click);
        return this;
    }

    // ---- putting in order

    ListPage moveUp(String title) {
        move("Move up: " + title).click();
        return this;
    }

    ListPage moveDown(String title) {
        move("Move down: " + title).click();
        return this;
    }

    private WebElement move(String name) {
        return browser.see(By.xpath("//main//button[@aria-label='%s']".formatted(name)));
    }

    boolean offersToMove(String title) {
        return !browser.all(By.xpath("//main//button[@aria-label='Move up: %s']".formatted(title))).isEmpty();
    }

    /** Takes a row by its handle, and puts it where the other one is. */
    ListPage drag(String title, String onto) {
        browser.hand().moveToElement(handle(title)).clickAndHold().moveByOffset(0, 6).moveToElement(handle(onto)).moveByOffset(0, 4).release().perform();
        return this;
    }

    private WebElement handle(String title) {
        return browser.see(By.xpath("//main//tr[.//a[normalize-space()='%s']]//*[@title='Drag to move']".formatted(title)));
    }

    /** Presses the keys together, where the focus is. */
    ListPage keys(CharSequence... keys) {
        browser.driver().switchTo().activeElement().sendKeys(Keys.chord(keys));
        return this;
    }

    /** Puts the focus on the link of that entry. */
    ListPage focus(String title) {
        browser.script("arguments[0].focus()", link(title));
        return this;
    }

    String focused() {
        return browser.driver().switchTo().activeElement().getAccessibleName();
    }

    // ---- what the page tells

    List<String> titles() {
        return browser.all(TITLES).stream().map(WebElement::getText).toList();
    }

    /** Opens the entry and waits for its page. */
    ListPage open(String title) {
        browser.leave(link(title)::click);
        return this;
    }

    ListPage scrolledTo(long y) {
        browser.script("scrollTo({top: arguments[0], behavior: 'instant'})", y);
        return this;
    }

    /** Waits until the page is scrolled that far. */
    ListPage isScrolledTo(long y) {
        browser.await("to be scrolled to " + y, page -> Math.abs(((Number) page.script("return scrollY")).longValue() - y) <= 1);
        return this;
    }

    /** Waits until these are listed, in this order. */
    ListPage lists(String... titles) {
        browser.await("the list to be " + List.of(titles), page -> titles().equals(List.of(titles)));
        return this;
    }

    /** Waits until the list begins with this one. */
    ListPage beginsWith(String title) {
        browser.await("the list to begin with " + title, page -> titles().indexOf(title) == 0);
        return this;
    }

    /** Waits for a toast that says so. */
    ListPage says(String words) {
        browser.see(By.xpath("//*[@id='toasts']/*[contains(., '%s')]".formatted(words)));
        return this;
    }

    /** Takes back what the toast tells of. */
    ListPage undo() {
        var buttons = browser.all(By.xpath("//*[@id='toasts']//button[normalize-space()='Undo']"));
        browser.leave(buttons.getLast()::click);
        return this;
    }

    /** Everything written on the page. */
    String text() {
        return browser.see(By.tagName("main")).getText();
    }

    /** What is said to those who do not see the page. */
    String said() {
        return browser.await("something said", page -> page.all(By.id("list-status")).getFirst().getDomProperty("textContent"));
    }

    /** What the address asks for. */
    String query() {
        var address = browser.driver().getCurrentUrl();
        return java.net.URLDecoder.decode(address.replaceFirst("^[^?]*\\??", ""), java.nio.charset.StandardCharsets.UTF_8);
    }

    Map<String, String> chosen() {
        return Map.of("search", labelled("Search").getDomProperty("value"), "sort", new Select(labelled("Sort")).getFirstSelectedOption().getText());
    }

    ListPage back() {
        browser.driver().navigate().back();
        return this;
    }
}
