package app.maru.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;
import app.maru.identity.TestPeople;

/** How people sign in with more than a password, and what they are asked before something weighty. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class SecondFactorJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private String email;

    @BeforeEach
    void anAdminOfTheirOwn() {
        database.sql("delete from auth_limits").update();
        email = TestPeople.join(database, Role.ADMIN, false);
        browser = Browser.at(port);
        signIn();
    }

    @AfterEach
    void nothingIsDemanded() {
        database.sql("update auth_demands set enabled = false").update();
    }

    @Test
    void anAppIsSetUpAndFromThenOnASecondStepAsksForIt() {
        browser.open("/account");
        click("Set up an authenticator app");
        press("Set up an authenticator app");
        var secret = browser.see(By.id("factor-key")).getDomProperty("value");
        good();
        browser.sized(390, 844).dark();
        good();
        field("Code").sendKeys("000000");
        press("Confirm");
        assertThat(browser.see(By.id("code-error")).getText()).contains("not the code");
        field("Code").sendKeys(code(secret, 0));
        press("Confirm");
        var recovery = browser.see(By.cssSelector(".recovery-codes li")).getText();
        assertThat(browser.all(By.cssSelector(".recovery-codes li"))).hasSize(10);
        good();

        signOut();
        signIn();
        assertThat(browser.path()).isEqualTo("/sign-in/second-step");
        good();
        field("Code").sendKeys(code(secret, 1));
        press("Sign in");
        assertThat(browser.path()).isEqualTo("/");

        signOut();
        signIn();
        click("Use a recovery code");
        good();
        field("Recovery code").sendKeys(recovery);
        press("Sign in");
        assertThat(browser.open("/account/second-factor").see(By.cssSelector(".facts")).getText()).contains("9");
    }

    @Test
    void anAdminIsLedToSetOneUpWhenItIsDemanded() {
        database.sql("update auth_demands set enabled = true").update();

        browser.open("/tasks?view=list");
        assertThat(browser.see(By.tagName("main")).getText()).contains("Admins of this desk need a second factor.");
        good();
        press("Set up an authenticator app");
        good();
        field("Code").sendKeys(code(browser.see(By.id("factor-key")).getDomProperty("value"), 0));
        press("Confirm");
        good();
        click("Go on to the desk");

        assertThat(browser.path()).isEqualTo("/tasks?view=list");
        assertThat(browser.open("/sign-in/ways/second-factor").all(By.cssSelector("main [role=switch]:checked"))).hasSize(1);
        good();
    }

    @Test
    void whatWasTypedIsCarriedOutOnceItIsProvedAgain() {
        browser.open("/staff");
        field("Email").sendKeys("colleague-" + email);
        database.sql("update auth_sessions set proofs = '{\"password\": 1000}' where profile_id = (select id from profiles where email = ?)").param(email).update();
        press("Make invitation");
        assertThat(browser.see(By.cssSelector("main h1")).getText()).isEqualTo("Is it you?");
        good();
        field("Password").sendKeys("not this one");
        press("Confirm and carry it out");
        assertThat(browser.see(By.id("proof-password-error")).getText()).isEqualTo("This is not your password.");
        field("Password").sendKeys(TestPeople.PASSWORD);
        press("Confirm and carry it out");

        assertThat(browser.path()).isEqualTo("/staff");
        assertThat(browser.see(By.tagName("main")).getText()).contains("colleague-" + email);
    }

    private void signIn() {
        SignInPage.openedIn(browser).signIn(email, TestPeople.PASSWORD);
    }

    private void signOut() {
        browser.driver().manage().deleteCookieNamed("maru-session");
    }

    private void good() {
        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
        assertThat(browser.all(By.cssSelector("main h1"))).hasSize(1);
    }

    private static String code(String secret, int stepsAhead) {
        return Totp.code(secret, Totp.step(Instant.now()) + stepsAhead);
    }

    private WebElement field(String label) {
        return browser.see(By.xpath("//main//*[@id=//label[normalize-space()='%s']/@for]".formatted(label)));
    }

    private void click(String link) {
        browser.leave(() -> browser.see(By.xpath("//main//a[normalize-space()='%s']".formatted(link))).click());
    }

    private void press(String label) {
        browser.leave(() -> browser.see(By.xpath("//main//button[normalize-space()='%s']".formatted(label))).click());
    }
}
