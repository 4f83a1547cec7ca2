package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.database.FreshDatabase;

/** A database that was once a demo's, behind a desk that is none. */
@FreshDatabase
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DemoAccountTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Accounts accounts;
    @Autowired
    private Passwords passwords;
    @Autowired
    private JdbcClient jdbc;

    @Test
    void aDemoAccountCannotSignIn() {
        accounts.add("admin@maru.example", "김민준", Role.ADMIN, passwords.hash(DemoStaff.PASSWORD), true);
        assertThat(DeskBrowser.at(port).signIn("admin@maru.example", DemoStaff.PASSWORD).status()).isEqualTo(422);
        assertThat(accounts.hasAdmin()).isFalse();

        jdbc.sql("update staff set demo = false").update();
        assertThat(DeskBrowser.at(port).signIn("admin@maru.example", DemoStaff.PASSWORD).status()).isEqualTo(302);
    }

    @Test
    void thePageShowsNoAccounts() {
        assertThat(DeskBrowser.at(port).get("/sign-in").text()).doesNotContain("maru.example", DemoStaff.PASSWORD, "Password:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = 'suspended'", "status = 'invited'", "deleted_at = now()"})
    void whoIsNoLongerThereCannotSignIn(String change) {
        accounts.add("former@maru.example", "윤지우", Role.EDITOR, passwords.hash("long enough to pass"), false);
        jdbc.sql("update profiles set " + change + " where email = 'former@maru.example'").update();

        assertThat(DeskBrowser.at(port).signIn("former@maru.example", "long enough to pass").status()).isEqualTo(422);
    }

    @Test
    void whoHasNoPasswordCannotSignIn() {
        jdbc.sql("""
            with person as (insert into profiles (email, name) values ('plain@maru.example', '한유진') returning id)
            insert into staff (profile_id, role) select id, 'viewer' from person""").update();

        assertThat(DeskBrowser.at(port).signIn("plain@maru.example", "").status()).isEqualTo(422);
        assertThat(DeskBrowser.at(port).signIn("plain@maru.example", "-").status()).isEqualTo(422);
    }
}
