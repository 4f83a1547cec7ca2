package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class PreferencesTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Accounts accounts;

    @Test
    void aLanguageHoldsAtOnceAndAtTheNextSignIn() {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/refused");

        assertThat(put(admin, "/account/locale", "locale", "ko").status()).isEqualTo(302);
        assertThat(admin.get("/refused").text()).contains("권한이 없어요");
        assertThat(DeskBrowser.signedIn(port, Role.ADMIN).get("/refused").text()).contains("권한이 없어요");

        put(admin, "/account/locale", "locale", "");
        assertThat(admin.get("/refused").text()).contains("You may not do this");
    }

    @Test
    void aThemeHoldsAtOnceAndIsKept() {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/refused");

        put(admin, "/account/theme", "theme", "dark");

        assertThat(admin.get("/refused").body()).contains("data-bs-theme=\"dark\"");
        assertThat(accounts.at("admin@maru.example").orElseThrow().person().theme()).isEqualTo("dark");
        put(admin, "/account/theme", "theme", "");
        assertThat(admin.get("/refused").body()).doesNotContain("data-bs-theme");
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:{port}/billing/products?q=a, /billing/products?q=a",
        "http://evil.example/billing/products, /",
        "http://localhost:{port}//evil.example, /",
        "http://localhost:{port}/\\evil.example, /",
        "not an address, /"})
    void itLeadsBackToThePageBeforeIfThatIsOurs(String referer, String expected) {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN).sending("Referer", referer.replace("{port}", "" + port));
        admin.get("/refused");

        assertThat(put(admin, "/account/theme", "theme", "").location()).isEqualTo(expected);
    }

    @Test
    void anUnknownChoiceIsRefused() {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/refused");

        assertThat(put(admin, "/account/theme", "theme", "pink").status()).isEqualTo(400);
        assertThat(put(admin, "/account/locale", "locale", "a\0").status()).isEqualTo(400);
        assertThat(put(admin, "/account/locale", "other", "ko").status()).isEqualTo(400);
    }

    private static DeskBrowser.Page put(DeskBrowser browser, String path, String field, String value) {
        return browser.post(path, Map.of("_method", "put", field, value));
    }
}
