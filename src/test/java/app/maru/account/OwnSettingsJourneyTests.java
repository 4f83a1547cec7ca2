package app.maru.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;
import app.maru.identity.TestPeople;

/** How people set up their desk. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class OwnSettingsJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;

    @ParameterizedTest
    @CsvSource({"1280, Dark", "390, Light"})
    void whatOneChoosesHoldsAtOnce(int width, String theme) {
        browser = Browser.at(port).sized(width, 900);
        SignInPage.openedIn(browser).signIn(TestPeople.join(database, Role.AUTHOR, true), TestPeople.PASSWORD).open("/account");

        new Select(field("Theme")).selectByVisibleText(theme);
        new Select(field("Time zone")).selectByValue("America/New_York");
        field("Single keys").click();
        press("Save");

        assertThat(browser.see(By.cssSelector("#toasts")).getText()).contains("Your settings are saved.");
        assertThat(browser.driver().findElement(By.tagName("html")).getDomAttribute("data-bs-theme")).isEqualToIgnoringCase(theme);
        assertThat(new Select(field("Time zone")).getFirstSelectedOption().getDomProperty("value")).isEqualTo("America/New_York");
        assertThat(field("Single keys").isSelected()).isFalse();
        browser.driver().findElement(By.tagName("body")).sendKeys("?");
        assertThat(browser.driver().findElement(By.id("shortcuts")).isDisplayed()).isFalse();
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"guess at the password, nine quiet autumn hills, Accounts of the demo keep", "x, short, A password has 12 to 200 characters"})
    void whyAPasswordIsRefusedIsSaidAtItsPlace(String present, String wanted, String why) {
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.VIEWER).open("/account");

        field("Present password").sendKeys(present);
        field("New password").sendKeys(wanted);
        press("Change password");

        assertThat(browser.see(By.id("password")).getText()).contains(why);
        assertThat(browser.accessibilityProblems()).isEmpty();
    }

    @Test
    void theDeskSpeaksAnotherLanguageAndANewPasswordOpensIt() {
        browser = Browser.at(port);
        var email = TestPeople.join(database, Role.AUTHOR, false);
        SignInPage.openedIn(browser).signIn(email, TestPeople.PASSWORD).open("/account");
        field("Present password").sendKeys(TestPeople.PASSWORD);
        field("New password").sendKeys("nine quiet autumn hills");
        press("Change password");
        assertThat(browser.see(By.id("toasts")).getText()).contains("Your password is changed.");

        new Select(field("Language")).selectByValue("ko");
        press("Save");
        assertThat(browser.see(By.cssSelector("html[lang=ko] main h1")).getText()).isEqualTo("내 설정");

        try (var elsewhere = Browser.at(port)) {
            SignInPage.openedIn(elsewhere).signIn(email, "nine quiet autumn hills").see(By.cssSelector("html[lang=ko] main h1"));
        }
    }

    private WebElement field(String label) {
        return browser.see(By.xpath("//main//*[@id=//label[normalize-space()='%s']/@for]".formatted(label)));
    }

    private void press(String label) {
        browser.leave(() -> browser.see(By.xpath("//main//button[normalize-space()='%s']".formatted(label))).click());
    }
}
