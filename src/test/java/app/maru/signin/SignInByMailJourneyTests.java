package app.maru.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import app.maru.mail.MailArrives;
import app.maru.mail.TestMail;

/** How people come in who use no password, or have forgotten theirs. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class SignInByMailJourneyTests implements MailArrives {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private String email;

    @BeforeEach
    void somebodyOfTheStaff() {
        database.sql("delete from auth_limits").update();
        email = TestPeople.join(database, Role.AUTHOR, false);
    }

    @Test
    void withoutScriptsALinkFromTheMailIsPressedAndACodeIsTyped() {
        browser = Browser.at(port).withoutScripts().open("/sign-in");
        click("Email me a link");
        field("Email").sendKeys(email);
        press("Email me a link");
        assertThat(heading()).isEqualTo("Check your email");

        var phone = Browser.at(port).withoutScripts();
        try (phone) {
            phone.open(TestMail.await(email).link());
            phone.leave(() -> phone.see(By.xpath("//main//button[normalize-space()='Sign in']")).click());
            assertThat(phone.path()).isEqualTo("/");
        }
        browser.open("/sign-in");
        click("Email me a code");
        field("Email").sendKeys(email);
        press("Email me a code");
        field("Code").sendKeys(TestMail.await(email, 1).code());
        press("Sign in");
        assertThat(browser.path()).isEqualTo("/");
        assertThat(browser.open("/account").see(By.tagName("main")).getText()).contains(email);
    }

    @Test
    void whoHasForgottenTheirPasswordSetsAnotherAndSeesHowGoodItIs() {
        browser = Browser.at(port).open("/sign-in");
        click("Forgotten your password?");
        field("Email").sendKeys(email);
        press("Email me a link");
        assertThat(heading()).isEqualTo("Check your email");

        browser.open(TestMail.await(email).link());
        assertThat(browser.all(By.cssSelector(".strength[hidden]"))).hasSize(1);
        field("New password").sendKeys("short");
        assertThat(strength()).isEqualTo("Too short");
        field("New password").sendKeys("shortshort");
        assertThat(strength()).isEqualTo("Easy to guess");
        assertThat(browser.accessibilityProblems()).isEmpty();
        press("Set password");
        assertThat(browser.see(By.id("password-error")).getText()).contains("easy to guess");

        field("New password").sendKeys("nine quiet autumn hills");
        assertThat(strength()).isEqualTo("Hard to guess");
        press("Set password");
        assertThat(SignInPage.shownIn(browser).notice()).contains("Your new password is set.");
        SignInPage.shownIn(browser).signIn(email, "nine quiet autumn hills");
        assertThat(browser.path()).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"/sign-in/link, ko, 390, true", "/sign-in/code, en, 1280, false", "/sign-in/reset, ko, 1280, true", "/sign-in/reset?sent, en, 390, false",
        "/sign-in/link?token=forged, ko, 390, false", "/sign-in/ways, ko, 390, true", "/sign-in/ways, en, 1280, false"})
    void everybodyCanReadAndUseThePage(String path, String language, int width, boolean dark) {
        browser = Browser.at(port).sized(width, 844);
        if (path.equals("/sign-in/ways")) {
            SignInPage.openedIn(browser).signInAs(Role.ADMIN);
        }
        browser.speaking(language);
        if (dark) {
            browser.dark();
        }
        browser.open(path);

        assertThat(browser.accessibilityProblems()).isEmpty();
        assertThat(browser.overflow()).isZero();
        assertThat(browser.all(By.cssSelector("main h1"))).hasSize(1);
    }

    private String strength() {
        return browser.see(By.cssSelector(".strength-word")).getText();
    }

    private String heading() {
        return browser.see(By.cssSelector("main h1")).getText();
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
