package app.maru.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

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

/** An admin sets a provider up, and somebody signs in with it: as a redirect brings them back, and as Apple does. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class SocialJourneyTests implements ProvidersAnswer {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private String email;
    private String name;

    @BeforeEach
    void nothingIsSetUp() {
        database.sql("delete from auth_limits").update();
        database.sql("delete from auth_social_providers").update();
        database.sql("delete from auth_ways where not enabled").update();
        ProviderServer.knows(port);
        email = TestPeople.join(database, Role.AUTHOR, false);
        name = "guest-" + UUID.randomUUID();
        ProviderServer.guest(name, email, true);
    }

    @Test
    void googleIsSetUpAndSomebodyComesInWithIt() {
        admin();
        browser.open("/sign-in/ways");
        click("Set up Google, GitHub, Apple and Kakao");
        click("Google");
        assertThat(field("Redirect URI").getDomProperty("value")).isEqualTo("http://localhost:" + port + "/sign-in/with/google/back");
        field("Client ID").sendKeys("google-client");
        field("Client secret").sendKeys(ProviderServer.SECRET);
        press("Save");
        press("Turn on: Google");
        assertThat(browser.see(By.cssSelector(".desk-toast")).getText()).contains("People can sign in with Google now.");
        looksWell("/sign-in/providers", "/sign-in/providers/google", "/sign-in/providers/apple");
        browser.close();

        browser = Browser.at(port).open("/tasks");
        comeIn("Sign in with Google");
        assertThat(browser.path()).isEqualTo("/tasks");
        assertThat(browser.open("/account").see(By.id("links")).getText()).contains("Google", email);
        browser.leave(() -> browser.click(browser.see(By.cssSelector("[aria-label='Unlink: Google']"))));
        assertThat(browser.see(By.id("links")).getText()).doesNotContain(email);
    }

    @Test
    void applesAnswerComesFromItsOwnPageAcrossSites() {
        admin();
        browser.open("/sign-in/providers/apple");
        field("Services ID").sendKeys("com.company.desk");
        field("Team ID").sendKeys(ProviderServer.TEAM);
        field("Key ID").sendKeys(ProviderServer.KEY);
        browser.script("arguments[0].value = arguments[1]", field("Private key"), ProviderServer.applesPrivateKey());
        press("Save");
        press("Turn on: Apple");
        browser.close();

        browser = Browser.at(port).open("/sign-in");
        comeIn("Sign in with Apple");
        browser.await("to be back at the desk", here -> here.path().equals("/"));
        assertThat(browser.open("/account").see(By.id("links")).getText()).contains("Apple", email);
    }

    private void admin() {
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.ADMIN);
    }

    private void comeIn(String button) {
        click(button);
        browser.see(By.name("username")).sendKeys(name);
        browser.see(By.name("password")).sendKeys(name);
        browser.leave(() -> browser.see(By.cssSelector("button[type=submit]")).click());
    }

    private void looksWell(String... paths) {
        browser.speaking("ko").sized(390, 844).dark();
        for (var path : paths) {
            browser.open(path);
            assertThat(browser.accessibilityProblems()).as(path).isEmpty();
            assertThat(browser.overflow()).as(path).isZero();
        }
        browser.open("/account");
    }

    private WebElement field(String label) {
        return browser.see(By.xpath("//main//*[@id=//label[normalize-space()='%s']/@for]".formatted(label)));
    }

    private void click(String link) {
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//a[normalize-space()='%s']".formatted(link)))));
    }

    private void press(String label) {
        browser.leave(() -> browser.click(browser.see(By.xpath("//main//button[normalize-space()='%1$s' or @aria-label='%1$s']".formatted(label)))));
    }
}
