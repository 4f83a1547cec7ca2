package app.maru.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import javax.sql.DataSource;

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
import app.maru.identity.Origin;
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
    @Autowired
    private DataSource pool;
    @Autowired
    private Limits limits;
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
        assertThat(database.sql("select count(*) from auth_ways where enabled").query(Integer.class).single()).isEqualTo(3);
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
    void afterManyWrongPasswordsEvenTheRightOneIsNotLookedAt() {
        var email = TestPeople.join(database, Role.VIEWER, false);
        var attacker = DeskBrowser.at(port);
        for (int guess = 0; guess < 10; guess++) {
            assertThat(attacker.signIn(email, "guess number " + guess).status()).isEqualTo(422);
        }
        var refused = attacker.signIn(email.toUpperCase(), TestPeople.PASSWORD);
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("There were too many tries.");
        assertThat(attacker.signIn("viewer@maru.example", TestPeople.PASSWORD).location()).as("another account").isEqualTo("/");

        var unknown = "nobody-" + UUID.randomUUID() + "@maru.example";
        for (int guess = 0; guess < 10; guess++) {
            DeskBrowser.at(port).signIn(unknown, "guess");
        }
        assertThat(DeskBrowser.at(port).signIn(unknown, "guess").status()).as("as for who exists").isEqualTo(429);
    }

    @Test
    void whoKnowsThePasswordSignsInAsOftenAsTheyLike() {
        for (int times = 0; times < 15; times++) {
            assertThat(DeskBrowser.at(port).signIn("author@maru.example", TestPeople.PASSWORD).status()).isEqualTo(302);
        }
    }

    @Test
    void nodesCountTogetherAndANetworkIsOneAddress() {
        var other = new Limits(pool, Clock.systemUTC());
        var account = UUID.randomUUID().toString();
        for (int times = 0; times < 5; times++) {
            assertThat(limits.take(Limit.GUESSES_AT_ACCOUNT, account, Limit.GUESSES_FROM_ADDRESS, new Origin("10.0.0.1", null)).granted()).isTrue();
            assertThat(other.take(Limit.GUESSES_AT_ACCOUNT, account, Limit.GUESSES_FROM_ADDRESS, new Origin("10.0.0.2", null)).granted()).isTrue();
        }
        assertThat(limits.take(Limit.GUESSES_AT_ACCOUNT, account, Limit.GUESSES_FROM_ADDRESS, new Origin("10.0.0.3", null)).granted()).isFalse();

        for (int times = 0; times < 30; times++) {
            limits.take(Limit.MAILS_TO_ACCOUNT, UUID.randomUUID().toString(), Limit.MAILS_FROM_ADDRESS, new Origin("2001:db8:1:2:0:0:0:" + times, null));
        }
        assertThat(other.take(Limit.MAILS_TO_ACCOUNT, account, Limit.MAILS_FROM_ADDRESS, new Origin("2001:db8:1:2:ffff:0:0:1", null)).granted()).isFalse();
        assertThat(database.sql("select string_agg(limit_key, ' ') from auth_limits").query(String.class).single()).doesNotContain(account, "10.0.0", "2001");
    }

    private DeskBrowser.Page choose(boolean password, boolean link, boolean code) {
        return admin.post("/sign-in/ways", Map.of("_method", "put", "password", "" + password, "magic-link", "" + link, "email-code", "" + code));
    }
}
