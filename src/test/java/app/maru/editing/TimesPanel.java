package app.maru.editing;

import java.util.UUID;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

import app.maru.Browser;

/** What the editor shows of an entry's times, as a person at the desk uses it. */
final class TimesPanel {

    private final Browser browser;

    private TimesPanel(Browser browser) {
        this.browser = browser;
    }

    /** The times of that product, for somebody who has signed in already. */
    static TimesPanel of(UUID id, Browser browser) {
        return new TimesPanel(browser.open(Desk.address(id)));
    }

    /** The times of what is shown already. */
    static TimesPanel in(Browser browser) {
        return new TimesPanel(browser);
    }

    TimesPanel open() {
        browser.click(panel().findElement(By.xpath(".//summary[normalize-space()='Schedule a time']")));
        return this;
    }

    /** Types a date and a time, digit by digit, as the control takes them: 031520270900AM. */
    TimesPanel type(String digits) {
        at().sendKeys(digits);
        return this;
    }

    TimesPanel choose(String action) {
        new Select(labelled("What happens")).selectByVisibleText(action);
        return this;
    }

    /** What is typed, as the control sends it. */
    String typed() {
        return at().getDomProperty("value");
    }

    private WebElement at() {
        return labelled("Date and time");
    }

    private WebElement labelled(String label) {
        return browser.see(By.xpath("//*[@id=//label[normalize-space()='%s']/@for]".formatted(label)));
    }

    TimesPanel tick(String label) {
        browser.click(labelled(label));
        return this;
    }

    TimesPanel press(String button) {
        browser.click(browser.see(By.xpath("//main//button[normalize-space()='%s']".formatted(button))));
        return this;
    }

    /** Presses the button where it leads to another page. */
    TimesPanel leaveBy(String button) {
        var pressed = browser.see(By.xpath("//button[normalize-space()='%s']".formatted(button)));
        browser.leave(() -> browser.click(pressed));
        return this;
    }

    /** The button that leads the page. */
    String leads() {
        return browser.see(By.cssSelector("main .btn-primary")).getText();
    }

    /** Waits for the words in the panel. */
    TimesPanel tells(String words) {
        browser.await("the times to tell " + words, page -> text().contains(words));
        return this;
    }

    /** Everything that the panel says. */
    String text() {
        return panel().getText().replace('\u202f', ' ');
    }

    private WebElement panel() {
        return browser.see(By.xpath("//section[h2[normalize-space()='Times']]"));
    }

    /** Waits for a toast that says so. */
    TimesPanel says(String words) {
        browser.see(By.xpath("//*[@id='toasts']/*[contains(translate(., '\u202f', ' '), '%s')]".formatted(words)));
        return this;
    }

    /** Waits for the badge beside the title. */
    TimesPanel badge(String word) {
        browser.see(By.xpath("//main//h1/following-sibling::*[normalize-space()='%s']".formatted(word)));
        return this;
    }

    boolean hasBadge(String word) {
        return !browser.all(By.xpath("//main//h1/following-sibling::*[normalize-space()='%s']".formatted(word))).isEmpty();
    }

    String wrong() {
        return browser.see(By.cssSelector("#schedule-error")).getText().replace('\u202f', ' ');
    }

    /** Waits until that has the focus. */
    TimesPanel focuses(String name) {
        browser.await("the focus on " + name, page -> page.driver().switchTo().activeElement().getAccessibleName().equals(name));
        return this;
    }

    /** Everything that is coming, reached by the side bar. */
    SchedulePage schedule() {
        browser.leave(browser.see(By.xpath("//nav//a[span[1][normalize-space()='Schedule']]"))::click);
        return new SchedulePage(browser);
    }
}
