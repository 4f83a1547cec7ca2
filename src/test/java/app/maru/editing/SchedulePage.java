package app.maru.editing;

import java.util.List;

import org.openqa.selenium.By;

import app.maru.Browser;

/** The list of what is coming, as a person at the desk uses it. */
final class SchedulePage {

    private final Browser browser;

    SchedulePage(Browser browser) {
        this.browser = browser;
    }

    /** What stands below the heading, a line each. */
    List<String> below(String heading) {
        return browser.all(By.xpath("//section[.//h2[starts-with(normalize-space(), '%s')]]//ol/li".formatted(heading))).stream()
            .map(row -> row.getText().replace('\u202f', ' ').replaceAll("\\s+", " ")).toList();
    }

    /** Presses a button by what it is called for those who hear it, such as Cancel: 봄맞이. */
    SchedulePage press(String button) {
        browser.leave(browser.see(By.xpath("//main//button[@aria-label='%s']".formatted(button)))::click);
        return this;
    }

    SchedulePage undo() {
        browser.leave(browser.see(By.xpath("//*[@id='toasts']//button[normalize-space()='Undo']"))::click);
        return this;
    }

    /** Waits for a toast that says so. */
    SchedulePage says(String words) {
        browser.see(By.xpath("//*[@id='toasts']/*[contains(., '%s')]".formatted(words)));
        return this;
    }

    SchedulePage reload() {
        browser.open("/schedule");
        return this;
    }

    String text() {
        return browser.see(By.tagName("main")).getText();
    }
}
