package app.maru.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticator;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Protocol;
import org.openqa.selenium.virtualauthenticator.VirtualAuthenticatorOptions.Transport;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;
import app.maru.identity.TestPeople;

/** How people use a passkey of their own device. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class PasskeyJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @AutoClose
    private Browser browser;
    private VirtualAuthenticator device;

    @AfterEach
    void putAway() {
        browser.driver().removeVirtualAuthenticator(device);
    }

    @Test
    void somebodyAddsAPasskeySignsInWithItAndRemovesIt() {
        browser = Browser.at(port);
        device = browser.driver().addVirtualAuthenticator(new VirtualAuthenticatorOptions().setProtocol(Protocol.CTAP2).setTransport(Transport.INTERNAL)
            .setHasResidentKey(true).setHasUserVerification(true).setIsUserConsenting(true).setIsUserVerified(false));
        var email = TestPeople.join(database, Role.AUTHOR, false);
        SignInPage.openedIn(browser).signIn(email, TestPeople.PASSWORD).open("/account");

        button("Add a passkey").click();
        assertThat(browser.see(By.cssSelector("[data-passkey-trouble]")).getText()).as("the device has not made sure of anybody").contains("Nothing was done");
        device.setUserVerified(true);
        browser.see(By.id("passkey-label")).sendKeys("Red notebook");
        browser.leave(() -> button("Add a passkey").click());
        assertThat(browser.see(By.id("passkeys")).getText()).contains("Red notebook", "Not used yet");
        assertThat(browser.accessibilityProblems()).isEmpty();
        button("Add a passkey").click();
        assertThat(browser.see(By.cssSelector("[data-passkey-trouble]")).getText()).contains("This device already keeps a passkey of yours");

        device.setUserVerified(false);
        browser.driver().manage().deleteAllCookies();
        browser.open("/sign-in");
        assertThat(browser.see(By.id("email")).getDomAttribute("autocomplete")).isEqualTo("username webauthn");
        button("Sign in with a passkey").click();
        assertThat(browser.see(By.cssSelector("[data-passkey-trouble]")).getText()).contains("Nothing was done");
        assertThat(browser.accessibilityProblems()).isEmpty();
        device.setUserVerified(true);
        browser.leave(() -> button("Sign in with a passkey").click());
        browser.open("/account");
        assertThat(browser.see(By.id("passkeys")).getText()).contains("Last used");

        browser.driver().manage().deleteAllCookies();
        browser.leave(() -> browser.open("/sign-in")).await("that the browser offers the passkey and it is taken", page -> page.path().equals("/"));
        browser.open("/account");
        database.sql("update auth_sessions set proofs = '{\"passkey\": 1000}' where profile_id = (select id from profiles where email = ?)").param(email).update();
        browser.leave(() -> browser.see(By.cssSelector("[aria-label='Remove passkey Red notebook']")).click());
        assertThat(browser.see(By.cssSelector("main h1")).getText()).as("long after it was proved").isEqualTo("Is it you?");
        assertThat(browser.accessibilityProblems()).isEmpty();
        browser.leave(() -> button("Confirm with a passkey").click());
        assertThat(browser.see(By.id("toasts")).getText()).contains("The passkey is removed.", "Undo");
        assertThat(browser.see(By.id("passkeys")).getText()).doesNotContain("Red notebook");
    }

    private WebElement button(String label) {
        return browser.see(By.xpath("//main//button[normalize-space()='%s']".formatted(label)));
    }
}
