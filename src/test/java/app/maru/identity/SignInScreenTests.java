package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.Browser;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class SignInScreenTests {

    @LocalServerPort
    private int port;

    @Test
    void aPersonSignsInWithWhatThePageShows() {
        try (var browser = Browser.at(port)) {
            var page = SignInPage.openedIn(browser);
            assertThat(browser.see(By.tagName("main")).getText().lines()).contains("admin@maru.example", "editor@maru.example",
                "author@maru.example", "viewer@maru.example", "Password: " + DemoStaff.PASSWORD);

            page.signIn("editor@maru.example", "not-this-one");
            assertThat(page.notice()).contains("The email or the password is not right");

            page.signInAs(Role.EDITOR).open("/refused");
            assertThat(browser.see(By.cssSelector(".topbar")).getText()).contains("박서연");
        }
    }

    @Test
    void aFormFromBeforeTheSessionEndedIsSentAgainAfterSigningIn() {
        try (var browser = Browser.at(port)) {
            SignInPage.openedIn(browser).signInAs(Role.AUTHOR).open("/refused");
            browser.driver().manage().deleteCookieNamed("maru-session");
            browser.leave(() -> browser.script("document.querySelector('button[name=theme][value=dark]').click()"));
            assertThat(heading(browser)).isEqualTo("You are not signed in");

            var refused = browser.driver().getCurrentUrl();
            signInElsewhere(browser);
            assertThat(browser.driver().getCurrentUrl()).isEqualTo(refused);

            press(browser, "Send again");
            assertThat(heading(browser)).isEqualTo("This form is too old to be trusted");
            press(browser, "Send again");
            assertThat(browser.all(By.cssSelector("html[data-bs-theme=dark]"))).hasSize(1);
        }
    }

    /** As in another tab: the cookies change, the page stays. */
    private void signInElsewhere(Browser browser) {
        browser.driver().manage().deleteCookieNamed("maru-form");
        var elsewhere = DeskBrowser.signedIn(port, Role.AUTHOR);
        elsewhere.get("/refused");
        List.of("maru-session", "maru-form").forEach(name ->
            browser.driver().manage().addCookie(new Cookie(name, elsewhere.cookie(name).orElseThrow())));
    }

    private static void press(Browser browser, String button) {
        browser.leave(() -> browser.see(By.xpath("//button[normalize-space()='%s']".formatted(button))).click());
    }

    private static String heading(Browser browser) {
        return browser.see(By.cssSelector("main h1")).getText();
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, en, 1280, false", "/sign-in, ko, 390, true", "/sign-in?signed-out, ko, 1280, true",
        "/refused, en, 390, false", "/first-admin?token=forged, ko, 390, true", "/first-admin?token=forged, en, 1280, false"})
    void everybodyCanReadAndUseThePage(String path, String language, int width, boolean dark) {
        try (var browser = Browser.at(port).speaking(language).sized(width, 844)) {
            if (dark) {
                browser.dark();
            }
            browser.open(path);

            assertThat(browser.accessibilityProblems()).isEmpty();
            assertThat(browser.overflow()).isZero();
            assertThat(browser.all(By.cssSelector("main h1"))).hasSize(1);
        }
    }
}
