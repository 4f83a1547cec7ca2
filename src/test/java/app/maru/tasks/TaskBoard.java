package app.maru.tasks;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** The board of tasks, their list and their pages, as a person at the desk uses them. */
final class TaskBoard {

    private final Browser browser;

    private TaskBoard(Browser browser) {
        this.browser = browser;
    }

    static TaskBoard openedIn(Browser browser, Role role) {
        SignInPage.openedIn(browser).signInAs(role);
        return new TaskBoard(browser.open("/tasks"));
    }

    TaskBoard at(String path) {
        browser.open(path);
        return this;
    }

    /** Writes what is to be done, and presses Enter. */
    TaskBoard add(String title) {
        var field = browser.see(By.xpath("//input[@id=//label[normalize-space()='Add a task']/@for]"));
        browser.leave(() -> field.sendKeys(title, Keys.ENTER));
        return this;
    }

    /** Waits until the task stands in that column. */
    TaskBoard has(String column, String title) {
        browser.see(By.xpath("//section[h2/span[normalize-space()='%s']]//li[.//a[normalize-space()='%s']]".formatted(column, title)));
        return this;
    }

    /** Waits until no task that is shown is called that. */
    TaskBoard hasNot(String title) {
        browser.await("no " + title, page -> page.all(link(title)).isEmpty());
        return this;
    }

    TaskBoard sees(String words) {
        browser.see(By.xpath("//main//*[contains(normalize-space(), '%s')]".formatted(words)));
        return this;
    }

    /** Waits for a toast that says so. */
    TaskBoard says(String words) {
        browser.see(By.xpath("//*[@id='toasts']/*[contains(., '%s')]".formatted(words)));
        return this;
    }

    /** Waits until those who cannot see are told so. */
    TaskBoard tells(String words) {
        browser.await("to be told " + words, page -> page.all(By.cssSelector("main [role=status]")).stream()
            .anyMatch(status -> String.valueOf(status.getDomProperty("textContent")).contains(words)));
        return this;
    }

    /** Takes back what a toast says. */
    TaskBoard undo(String words) {
        browser.leave(browser.see(By.xpath("//*[@id='toasts']/*[contains(., '%s')]//button[normalize-space()='Undo']".formatted(words)))::click);
        return this;
    }

    TaskBoard drag(String title, String toColumn) {
        var column = browser.see(By.xpath("//section[h2/span[normalize-space()='%s']]//ol".formatted(toColumn)));
        browser.hand().moveToElement(handle(title)).clickAndHold().moveByOffset(8, 4).moveToElement(column).moveByOffset(2, 2).release().perform();
        return this;
    }

    /** Presses the keys on the handle of the task. */
    TaskBoard keys(String title, CharSequence... keys) {
        for (var key : keys) {
            handle(title).sendKeys(key);
        }
        return this;
    }

    private WebElement handle(String title) {
        return browser.see(By.xpath("//main//button[@aria-label='Take up: %s']".formatted(title)));
    }

    String focused() {
        return browser.driver().switchTo().activeElement().getAccessibleName();
    }

    /** Chooses in the menu of the task. */
    TaskBoard choose(String title, String act) {
        browser.click(browser.see(By.xpath("//main//button[@aria-label='Move: %s']".formatted(title))));
        browser.see(By.xpath("//*[@popover]//button[normalize-space()='%s']".formatted(act))).click();
        return this;
    }

    TaskBoard tick(String chip) {
        browser.see(By.xpath("//label[contains(@class, 'chip')][span[normalize-space()='%s']]".formatted(chip))).click();
        return this;
    }

    /** Goes where a link leads. */
    TaskBoard follow(String words) {
        browser.leave(() -> browser.see(By.xpath("//main//a[normalize-space()='%s']".formatted(words))).click());
        return this;
    }

    TaskBoard open(String title) {
        browser.leave(browser.see(link(title))::click);
        return this;
    }

    TaskBoard fill(String label, String text) {
        var field = browser.see(By.xpath("//*[@id=//main//label[normalize-space()='%s']/@for]".formatted(label)));
        field.clear();
        field.sendKeys(text);
        return this;
    }

    TaskBoard leaveBy(String button) {
        browser.leave(() -> browser.click(browser.see(By.xpath("//button[normalize-space()='%s']".formatted(button)))));
        return this;
    }

    List<String> titles() {
        return browser.all(By.cssSelector("main :is(.task-card, .list) a.title")).stream().map(WebElement::getText).toList();
    }

    static By link(String title) {
        return By.xpath("//main//a[normalize-space()='%s']".formatted(title));
    }
}
