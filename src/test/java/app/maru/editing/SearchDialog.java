package app.maru.editing;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import app.maru.Browser;

/** The search over any page, as a person at the desk uses it. */
final class SearchDialog {

    private final Browser browser;

    private SearchDialog(Browser browser) {
        this.browser = browser;
    }

    /** Opened by the keys, from wherever the focus is. */
    static SearchDialog byKeys(Browser browser) {
        browser.hand().keyDown(Keys.CONTROL).sendKeys("k").keyUp(Keys.CONTROL).perform();
        return new SearchDialog(browser).opened();
    }

    /** Opened by the link in the bar at the top. */
    static SearchDialog byLink(Browser browser) {
        browser.see(By.xpath("//header//a[span[text()='Search']]")).click();
        return new SearchDialog(browser).opened();
    }

    private SearchDialog opened() {
        browser.see(By.xpath("//dialog//input[@role='combobox']"));
        return this;
    }

    SearchDialog type(CharSequence... words) {
        browser.driver().switchTo().activeElement().sendKeys(words);
        return this;
    }

    /** Waits until such an option is the chosen one: its first words. */
    SearchDialog chooses(String option) {
        browser.await("the chosen option to be " + option, page -> chosen().startsWith(option));
        return this;
    }

    private String chosen() {
        var id = browser.driver().switchTo().activeElement().getDomAttribute("aria-activedescendant");
        return id == null ? "" : browser.all(By.id(id)).stream().findFirst().map(WebElement::getText).orElse("").replace('\n', ' ');
    }

    /** Waits until these options are offered: the first words of each. */
    SearchDialog offers(String... options) {
        browser.await("the options to be " + List.of(options), page -> {
            var shown = options();
            return shown.size() == options.length && java.util.stream.IntStream.range(0, options.length).allMatch(i -> shown.get(i).startsWith(options[i]));
        });
        return this;
    }

    private List<String> options() {
        return browser.all(By.cssSelector("dialog[open] [role=option]")).stream().map(option -> option.getText().replace('\n', ' ')).toList();
    }

    /** Waits until what was typed is answered. */
    SearchDialog settled() {
        browser.await("an answer", page -> !page.script("return document.getElementById('search-status').textContent.trim()").equals(""));
        return this;
    }

    /** Waits until it says so. */
    SearchDialog says(String words) {
        browser.await("to be told " + words, page -> page.all(By.id("search-status")).getFirst().getText().contains(words));
        return this;
    }

    /** Opens what is chosen, and waits for its page. */
    Browser enter() {
        return browser.leave(() -> type(Keys.ENTER));
    }

    boolean isOpen() {
        return !browser.all(By.cssSelector("#search-dialog[open]")).isEmpty();
    }
}
