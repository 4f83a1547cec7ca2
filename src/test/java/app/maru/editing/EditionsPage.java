package app.maru.editing;

import java.util.List;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** The published site's history, as a person at the desk reads it. */
final class EditionsPage {

    private final Browser browser;

    private EditionsPage(Browser browser) {
        this.browser = browser;
    }

    /** Reached from the side bar by somebody who has just signed in. */
    static EditionsPage openedIn(Browser browser, Role role) {
        SignInPage.openedIn(browser).signInAs(role);
        return new EditionsPage(browser).follow("Editions");
    }

    EditionsPage follow(String link) {
        browser.leave(browser.see(By.xpath("//a[normalize-space()='%s']".formatted(link)))::click);
        return this;
    }

    String heading() {
        return browser.see(By.tagName("h1")).getText();
    }

    String text() {
        return browser.see(By.tagName("main")).getText();
    }

    /** What is gone for visitors, and what is new for them. */
    List<String> gone() {
        return browser.all(By.cssSelector("main del")).stream().map(WebElement::getText).toList();
    }

    List<String> fresh() {
        return browser.all(By.cssSelector("main ins")).stream().map(WebElement::getText).toList();
    }
}
