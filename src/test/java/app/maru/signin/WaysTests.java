package app.maru.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.FreshDatabase;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

/** Which ways are open, and how often somebody may try. Nobody else's context: here ways are shut. */
@FreshDatabase
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class WaysTests {

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private DeskBrowser admin;

    @BeforeEach
    void anAdmin() {
        database.sql("delete from auth_limits").update();
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/sign-in/ways");
    }

    @AfterEach
    void everyWayOn() {
        database.sql("update auth_ways set enabled = true").update();
    }

    @Test
    void aWayThatAnAdminTurnsOffIsClosedAtOnceAndItIsLogged() {
        assertThat(choose(false, true, false).location()).isEqualTo("/sign-in/ways");
        assertThat(admin.get("/sign-in/ways").text()).contains("The ways to sign in are changed.");

        var page = DeskBrowser.at(port).get("/sign-in");
        assertThat(page.text()).contains("Email me a link").doesNotContain("Email me a code", "Forgotten your password?");
        assertThat(page.body()).doesNotContain("type=\"password\"");
        var person = DeskBrowser.at(port);
        person.get("/sign-in/link");
        assertThat(person.post("/sign-in", Map.of("email", "editor@maru.example", "password", TestPeople.PASSWORD)).status()).as("the right password").isEqualTo(422);
        assertThat(person.get("/sign-in/reset").location()).isEqualTo("/sign-in");
        assertThat(database.sql("select count(*) from auth_audit_logs where event = 'ways_changed'").query(Integer.class).single()).isPositive();
    }

    @Test
    void oneWayStaysOn() {
        var refused = choose(false, false, false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Nobody could sign in any more.");
        assertThat(database.sql("select count(*) from auth_ways where not enabled").query(Integer.class).single()).isZero();
    }

    @Test
    void aDemoShowsWhatItWouldSend() {
        var person = DeskBrowser.at(port);
        person.get("/sign-in");
        assertThat(person.post("/sign-in/code", Map.of("email", "author@maru.example")).location()).isEqualTo("/sign-in/code");
        assertThat(person.get("/sign-in/code").text()).contains("This demo sends no mail.", "See the mail");

        var shown = person.get("/demo/mail").text().replaceFirst(".*Your code to sign in", "");
        var code = shown.replaceFirst(".*?Code *: *(\\d{6}).*", "$1");
        person.get("/sign-in/code");
        assertThat(person.post("/sign-in/code", Map.of("_method", "put", "code", code)).location()).isEqualTo("/");
    }

    @Test
    void whoKnowsThePasswordSignsInAsOftenAsTheyLike() {
        for (int times = 0; times < 15; times++) {
            assertThat(DeskBrowser.at(port).signIn("author@maru.example", TestPeople.PASSWORD).status()).isEqualTo(302);
        }
    }

    private DeskBrowser.Page choose(boolean password, boolean link, boolean code) {
        return admin.post("/sign-in/ways", Map.of("_method", "put", "password", "" + password, "magic-link", "" + link, "email-code", "" + code));
    }
}
