package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class RefusedFormTests {

    private static final Map<String, String> DARK = Map.of("_method", "put", "theme", "dark");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aStrangersFormIsRefusedOnAPageThatSaysSo() {
        var stranger = DeskBrowser.at(port);
        stranger.get("/sign-in");

        assertThat(stranger.post("/account/theme", DARK)).satisfies(page -> {
            assertThat(page.status()).isEqualTo(403);
            assertThat(page.text()).contains("You are not signed in", "Nothing was changed", "Sign in");
        });
        assertThat(stranger.post("/account/theme", Map.of("_csrf", "", "theme", "dark")).status()).isEqualTo(403);
    }

    @Test
    void aFormWithoutItsTokenIsRefusedAndChangesNothing() {
        var editor = DeskBrowser.signedIn(port, Role.EDITOR);
        var refused = editor.post("/account/theme", Map.of("_method", "put", "theme", "dark", "_csrf", "forged"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("This form is too old to be trusted", "To the desk");
        assertThat(theme("editor")).isNull();
    }

    @Test
    void whoIsRefusedAPageIsLoggedWithIt(CapturedOutput console) {
        DeskBrowser.signedIn(port, Role.VIEWER).get("/staff?seen=no");

        assertThat(console).containsPattern("GET /staff is not for VIEWER, [0-9a-f-]{36}: FORBIDDEN").doesNotContain("seen=no");
    }

    @Test
    void aFormOfAnotherSiteIsRefusedEvenWithTheToken() {
        var editor = DeskBrowser.signedIn(port, Role.EDITOR);
        editor.get("/refused");
        var refused = editor.sending("Sec-Fetch-Site", "same-site").post("/account/theme", DARK);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).doesNotContain("Send again");
        assertThat(theme("editor")).isNull();
    }

    @Test
    void aFormSentAgainAfterSigningOutIsRefused() {
        var author = DeskBrowser.signedIn(port, Role.AUTHOR);
        author.get("/refused");
        var token = author.token();
        author.post("/sign-out", Map.of());

        var refused = author.post("/account/theme", Map.of("_method", "put", "theme", "dark", "_csrf", token));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("You are not signed in");
        assertThat(theme("author")).isNull();
    }

    @Test
    void whatWasTypedIsOnThePageAndCanBeSentAgain() {
        var viewer = DeskBrowser.signedIn(port, Role.VIEWER).sending("Origin", "http://localhost:" + port);
        var refused = viewer.post("/account/theme", Map.of("_method", "put", "theme", "light", "name", "세 줄 <b>", "_csrf", "old"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("What you typed is kept", "세 줄 &lt;b&gt;", "Send again");
        assertThat(refused.body()).contains("action=\"/account/theme\"", "name=\"_method\" value=\"put\"").doesNotContain("value=\"old\"");

        assertThat(viewer.post("/account/theme", Map.of("_method", "put", "theme", "light")).status()).isEqualTo(302);
        assertThat(theme("viewer")).isEqualTo("light");
    }

    @Test
    void onAPageThatHtmxChangesARefusalIsSaidAtTheSide() {
        var editor = DeskBrowser.signedIn(port, Role.EDITOR).sending("HX-Request", "true");
        var refused = editor.post("/account/theme", Map.of("_method", "put", "theme", "dark", "_csrf", "old"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("HX-Retarget")).isEqualTo("#toasts");
        assertThat(refused.body()).contains("desk-toast").doesNotContain("<html");
        assertThat(DeskBrowser.at(port).sending("HX-Request", "true").post("/account/theme", DARK).header("HX-Retarget")).isEmpty();
    }

    @Test
    void aPasswordIsNeverOnThePage() {
        var stranger = DeskBrowser.at(port).sending("Origin", "http://localhost:" + port);
        var refused = stranger.post("/first-admin", Map.of("name", "이서준", "password", "my-secret", "_csrf", "old"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("이서준").doesNotContain("my-secret");
    }

    private @Nullable String theme(String role) {
        return jdbc.sql("select theme from staff join profiles p on p.id = profile_id where email = :email")
            .param("email", role + "@maru.example").query((row, number) -> row.getString(1)).list().getFirst();
    }
}
