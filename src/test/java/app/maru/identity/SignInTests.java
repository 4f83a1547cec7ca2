package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class SignInTests {

    private static final String EDITOR = "editor@maru.example";

    @LocalServerPort
    private int port;
    private DeskBrowser browser;

    @BeforeEach
    void openBrowser() {
        browser = DeskBrowser.at(port);
    }

    @Test
    void thePageShowsTheDemoStaffAndTheirPassword() {
        assertThat(browser.get("/sign-in").body().lines().map(String::strip))
            .contains("Password: maru-open-floor")
            .anyMatch(line -> line.contains(">admin@maru.example<")).anyMatch(line -> line.contains(">editor@maru.example<"))
            .anyMatch(line -> line.contains(">author@maru.example<")).anyMatch(line -> line.contains(">viewer@maru.example<"));
    }

    @Test
    void aStrangerIsLedToTheSignInAndBackToThePageTheyAskedFor() {
        var asked = browser.get("/billing/products?state=draft&q=%ED%95%9C%EA%B8%80");
        assertThat(asked.status()).isEqualTo(302);
        assertThat(asked.location()).isEqualTo("/sign-in");

        var back = browser.signIn(EDITOR, DemoStaff.PASSWORD);
        assertThat(back.status()).isEqualTo(302);
        assertThat(back.location()).isEqualTo("/billing/products?state=draft&q=%ED%95%9C%EA%B8%80");

        browser.get(back.location());
        assertThat(browser.cookie("REDIRECT_URI")).isEmpty();
    }

    @Test
    void aStrangerLeavesNothingInTheMemoryOfTheServer() {
        browser.get("/billing/products");
        browser.get("/sign-in");

        assertThat(browser.cookie("maru-session")).isEmpty();
    }

    @Test
    void aFragmentIsNeverReplacedByTheSignIn() {
        var fragment = browser.sending("HX-Request", "true").get("/billing/products");

        assertThat(fragment.status()).isEqualTo(403);
        assertThat(DeskBrowser.at(port).sending("HX-Request", "true").sending("HX-Boosted", "true").get("/billing/products")
            .header("HX-Redirect")).isEqualTo("/sign-in");
        assertThat(browser.cookie("REDIRECT_URI")).isEmpty();
    }

    @Test
    void anAddressOfAnotherHostIsNotReturnedTo() {
        browser.plant("REDIRECT_URI", Base64.getEncoder().encodeToString("//evil.example/".getBytes()));

        assertThat(browser.signIn(EDITOR, DemoStaff.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void aWrongPasswordIsSaidInPlaceAndTheEmailIsKept() {
        var refused = browser.signIn(EDITOR, "not-this-one");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("The email or the password is not right");
        assertThat(refused.body()).contains("value=\"" + EDITOR + "\"").doesNotContain("not-this-one");
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void anUnknownAccountIsAnsweredLikeAWrongPassword() {
        var known = browser.signIn(EDITOR, "not-this-one");
        var unknown = DeskBrowser.at(port).signIn("nobody@maru.example", "not-this-one");

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.text()).isEqualTo(known.text());
    }

    @Test
    void theCaseOfTheEmailDoesNotMatter() {
        assertThat(browser.signIn(" Editor@Maru.Example ", DemoStaff.PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void theSessionGetsAnotherIdWhenSomebodySignsIn() {
        browser.plant("maru-session", "planted");
        browser.signIn(EDITOR, DemoStaff.PASSWORD);
        var first = browser.cookie("maru-session").orElseThrow();
        assertThat(first).isNotEqualTo("planted");

        browser.get("/refused");
        browser.post("/sign-in", Map.of("email", "admin@maru.example", "password", DemoStaff.PASSWORD));
        assertThat(browser.cookie("maru-session").orElseThrow()).isNotEqualTo(first);
    }

    @Test
    void theCookiesAreOutOfReachForScriptsAndOtherSites() {
        var form = browser.get("/sign-in");
        var signedIn = browser.post("/sign-in", Map.of("email", EDITOR, "password", DemoStaff.PASSWORD));

        assertThat(form.headers("Set-Cookie")).hasSize(1).allMatch(cookie -> cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"));
        assertThat(signedIn.headers("Set-Cookie")).anyMatch(cookie -> cookie.startsWith("maru-session="))
            .allMatch(cookie -> cookie.contains("HttpOnly"))
            .filteredOn(cookie -> cookie.startsWith("maru-session=")).allMatch(cookie -> cookie.contains("SameSite=Lax"));
    }

    @Test
    void signingOutEndsTheSession() {
        browser.signIn(EDITOR, DemoStaff.PASSWORD);
        browser.get("/refused");
        var out = browser.post("/sign-out", Map.of());

        assertThat(out.location()).isEqualTo("/sign-in?signed-out");
        assertThat(browser.get(out.location()).text()).contains("You have signed out");
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void whoIsSignedInNeedsNoSignIn() {
        browser.signIn(EDITOR, DemoStaff.PASSWORD);

        assertThat(browser.get("/sign-in").location()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%00b@maru.example", "%ff%fe@maru.example", "%ED%A0%80@maru.example", "%zz", "'; drop table staff; --"})
    void whatCannotBeAnEmailFailsCleanly(String email) {
        browser.get("/sign-in");
        var refused = browser.postText("/sign-in", "email=" + email + "&password=a%00b&_csrf=" + browser.token());

        assertThat(refused.status()).isBetween(400, 499);
    }

    @Test
    void anEmailOfAMegabyteFailsCleanly() {
        assertThat(browser.signIn("a".repeat(1_000_000) + "@maru.example", "x".repeat(1_000_000)).status()).isEqualTo(422);
    }

    @Test
    void noPageOfTheDeskIsKeptByTheBrowser() {
        var page = browser.get("/sign-in");

        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
    }

    @Test
    void whatThePagesLoadIsOpenToEverybody() {
        var sheet = browser.get("/identity/identity.css");

        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(sheet.headers("Set-Cookie")).isEmpty();
        assertThat(browser.get("/webjars/htmx.org/2.0.10/dist/htmx.min.js").status()).isEqualTo(200);
    }

    @Test
    void aStrangerReadsTheLanguageOfTheBrowserOrTheOneTheyChoose() {
        assertThat(browser.sending("Accept-Language", "fr,ko;q=0.9,en;q=0.5").get("/sign-in").text()).contains("비밀번호: maru-open-floor");
        assertThat(browser.sending("Accept-Language", "fr").get("/sign-in").text()).contains("Password: maru-open-floor");

        assertThat(browser.get("/sign-in?locale=ko").location()).isEqualTo("/sign-in");
        assertThat(browser.get("/sign-in").text()).contains("로그인");
        assertThat(browser.get("/sign-in?locale=xx").location()).isEqualTo("/sign-in");
        assertThat(browser.get("/sign-in").text()).contains("로그인");
    }
}
