package app.maru.identity;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

import app.maru.Browser;

/** The page on which a person signs in, as they use it; for the journeys of every room. */
public final class SignInPage {

    private final Browser browser;

    private SignInPage(Browser browser) {
        this.browser = browser;
    }

    public static SignInPage openedIn(Browser browser) {
        return new SignInPage(browser.open("/sign-in"));
    }

    /** The page that the desk has led a stranger to. */
    public static SignInPage shownIn(Browser browser) {
        return new SignInPage(browser);
    }

    /** Signs in as the demo's person of this role, with the password that the page shows; leads to the page asked for. */
    public Browser signInAs(Role role) {
        return signIn(role.wireName() + "@maru.example", DemoStaff.PASSWORD);
    }

    public Browser signIn(String email, String password) {
        fill("Email", email);
        fill("Password", password);
        return browser.leave(() -> browser.see(By.xpath("//button[normalize-space()='Sign in']")).click());
    }

    public String notice() {
        return browser.see(By.cssSelector("main [role=alert], main [role=status]")).getText();
    }

    private void fill(String label, String text) {
        WebElement field = browser.see(By.xpath("//input[@id=//label[normalize-space()='%s']/@for]".formatted(label)));
        field.clear();
        field.sendKeys(text);
    }
}
