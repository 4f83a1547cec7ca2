package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.FreshDatabase;

@FreshDatabase
@ExtendWith(OutputCaptureExtension.class)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.admin-email=first@maru.example")
class FirstAdminTests {

    private static final Pattern LINK = Pattern.compile("http://localhost:\\d+/first-admin\\?token=([\\w-]+)");
    private static final String PASSWORD = "a floor for everybody";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient jdbc;
    @Autowired
    private FirstAdmin firstAdmin;
    private DeskBrowser browser;

    @BeforeEach
    void emptyDesk() {
        jdbc.sql("alter table profiles disable trigger profiles_deleted_keeps_an_admin").update();
        jdbc.sql("delete from profiles").update();
        jdbc.sql("alter table profiles enable trigger profiles_deleted_keeps_an_admin").update();
        jdbc.sql("delete from auth_first_admin_links").update();
        browser = DeskBrowser.at(port);
    }

    @Test
    void theLinkIsPrintedOnceAndAgainWhenItHasExpired(CapturedOutput console) {
        var before = tokens(console).size();
        start();
        start();
        assertThat(tokens(console)).hasSize(before + 1);
        assertThat(console.getOut()).contains("http://localhost:" + port + "/first-admin?token=");

        jdbc.sql("update auth_first_admin_links set expires_at = now() - interval '1 second'").update();
        start();
        assertThat(tokens(console)).hasSize(before + 2).doesNotHaveDuplicates();
    }

    @Test
    void theTokenItselfIsNotStored(CapturedOutput console) {
        start();

        assertThat(jdbc.sql("select row_to_json(l)::text from auth_first_admin_links l").query(String.class).single())
            .doesNotContain(tokens(console).getLast());
    }

    @Test
    void theLinkLetsTheFirstAdminInOnce(CapturedOutput console) {
        start();
        var token = tokens(console).getLast();
        var link = "/first-admin?token=" + token;
        assertThat(browser.get(link).text()).contains("Set up the first admin", "Name", "New password");
        assertThat(browser.get(link).body()).contains("value=\"first@maru.example\"");
        assertThat(browser.get(link).status()).isEqualTo(200);
        assertThat(browser.get(link).header("Referrer-Policy")).isEqualTo("no-referrer");

        var created = create(browser, token, "이서준", PASSWORD);
        assertThat(created.status()).isEqualTo(302);
        assertThat(created.location()).isEqualTo("/");
        assertThat(browser.get("/refused").text()).contains("이서준", "Admin");
        assertThat(DeskBrowser.at(port).signIn("first@maru.example", PASSWORD).status()).isEqualTo(302);
        assertThat(events()).containsExactly("first_admin_created", "login_success", "login_success");

        var again = DeskBrowser.at(port).get(link);
        assertThat(again.status()).isEqualTo(410);
        assertThat(again.text()).contains("This link has been used", "MARU_ADMIN_EMAIL");
        start();
        assertThat(tokens(console).getLast()).isEqualTo(token);
    }

    @Test
    void whatIsWrongIsSaidInPlaceAndTheNameIsKept(CapturedOutput console) {
        start();
        var token = tokens(console).getLast();

        var shortPassword = create(browser, token, "이서준", "short");
        assertThat(shortPassword.status()).isEqualTo(422);
        assertThat(shortPassword.text()).contains("A password has 12 to 200 characters");
        assertThat(shortPassword.body()).contains("value=\"이서준\"").doesNotContain("value=\"short\"");
        assertThat(create(browser, token, " ", PASSWORD).text()).contains("Enter your name");
        assertThat(create(browser, token, "a\0b", PASSWORD).text()).contains("a character that cannot be stored");
        assertThat(create(browser, token, "x".repeat(121), PASSWORD).text()).contains("at most 120 characters");
        assertThat(create(browser, token, "이서준", PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void aForgedOrExpiredLinkSaysHowToGetAnother(CapturedOutput console) {
        start();
        var token = tokens(console).getLast();
        assertThat(browser.get("/first-admin?token=forged").text()).contains("This link is not known here", "MARU_ADMIN_EMAIL");
        assertThat(browser.get("/first-admin").status()).isEqualTo(410);

        browser.get("/first-admin?token=" + token);
        jdbc.sql("update auth_first_admin_links set expires_at = now() - interval '1 second'").update();
        assertThat(browser.get("/first-admin?token=" + token).text()).contains("This link has expired");
        var late = create(browser, token, "이서준", PASSWORD);
        assertThat(late.status()).isEqualTo(410);
        assertThat(jdbc.sql("select count(*) from staff").query(Integer.class).single()).isZero();
    }

    @Test
    void ofTwoWhoRaceOneBecomesTheAdmin(CapturedOutput console) {
        start();
        var token = tokens(console).getLast();
        try (var racers = Executors.newVirtualThreadPerTaskExecutor()) {
            var statuses = Stream.of("하나", "두나", "세나", "네나").map(name -> {
                var racer = DeskBrowser.at(port);
                racer.get("/first-admin?token=" + token); // all are before the form when the first sends it
                return Map.entry(name, racer);
            }).toList().stream()
                .map(racer -> racers.submit(() -> create(racer.getValue(), token, racer.getKey(), PASSWORD).status())).toList().stream().map(answer -> {
                    try {
                        return answer.get();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }).toList();
            assertThat(statuses).containsExactlyInAnyOrder(302, 410, 410, 410);
        }
        assertThat(jdbc.sql("select count(*) from staff").query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aPersonWhoIsKnownAlreadyBecomesTheAdmin(CapturedOutput console) {
        jdbc.sql("insert into profiles (email, name, status) values ('First@Maru.example', 'Earlier', 'invited')").update();
        start();

        assertThat(create(browser, tokens(console).getLast(), "이서준", PASSWORD).status()).isEqualTo(302);
        assertThat(jdbc.sql("select name || ' ' || status from profiles").query(String.class).list()).containsExactly("이서준 active");
    }

    private void start() {
        firstAdmin.run(new DefaultApplicationArguments());
    }

    private static DeskBrowser.Page create(DeskBrowser browser, String token, String name, String password) {
        if (browser.token().isEmpty()) {
            browser.get("/first-admin?token=" + token);
        }
        return browser.post("/first-admin", Map.of("token", token, "name", name, "password", password));
    }

    private static List<String> tokens(CapturedOutput console) {
        return LINK.matcher(console.getOut()).results().map(match -> match.group(1)).toList();
    }

    private List<String> events() {
        return jdbc.sql("""
                select event from auth_audit_logs where profile_id = (select profile_id from staff where role = 'admin') order by id""")
            .query(String.class).list();
    }
}
