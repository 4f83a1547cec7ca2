package app.maru.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;
import app.maru.mail.MailArrives;
import app.maru.mail.TestMail;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class PasswordResetTests implements MailArrives {

    private static final String ANOTHER = "nine quiet autumn hills";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private String email;
    private DeskBrowser browser;

    @BeforeEach
    void somebodyOfTheStaff() {
        database.sql("delete from auth_limits").update();
        email = TestPeople.join(database, Role.EDITOR, false);
        browser = DeskBrowser.at(port);
        browser.get("/sign-in");
    }

    @Test
    void aNewPasswordIsSetOnceByTheLinkAndThePersonIsTold() {
        assertThat(ask(email).location()).isEqualTo("/sign-in/reset?sent");
        var link = TestMail.await(email).link();
        ask(email);
        var second = TestMail.await(email, 1).link();

        assertThat(browser.get(link).body()).contains("value=\"" + email + "\"");
        assertThat(set(link, ANOTHER).location()).isEqualTo("/sign-in?reset");
        assertThat(browser.get("/sign-in?reset").text()).contains("Your new password is set.");
        assertThat(DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).status()).isEqualTo(422);
        assertThat(DeskBrowser.at(port).signIn(email, ANOTHER).location()).isEqualTo("/");

        assertThat(set(link, "another nine quiet hills").status()).as("once more").isEqualTo(410);
        assertThat(set(second, "another nine quiet hills").status()).as("another link from before").isEqualTo(410);
        assertThat(TestMail.await(email, 2).subject()).isEqualTo("Your password for Maru was changed");
        assertThat(events()).containsSubsequence("password_reset_sent", "password_reset_sent", "password_reset");
    }

    @Test
    void whoeverIsSignedInWithTheOldPasswordIsOut() {
        var elsewhere = DeskBrowser.at(port);
        elsewhere.signIn(email, TestPeople.PASSWORD);
        assertThat(elsewhere.get("/account").status()).isEqualTo(200);
        ask(email);
        set(TestMail.await(email).link(), ANOTHER);

        assertThat(elsewhere.get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void aPasswordThatIsRefusedLeavesTheLink() {
        ask(email);
        var link = TestMail.await(email).link();

        assertThat(set(link, "short").text()).contains("A password has 12 to 200 characters.");
        var common = set(link, "password12345678");
        assertThat(common.status()).isEqualTo(422);
        assertThat(common.text()).contains("This password is easy to guess");
        assertThat(common.body()).doesNotContain("password12345678");
        assertThat(set(link, email.split("@")[0]).text()).as("what everybody knows of them").contains("This password is easy to guess");
        assertThat(set(link, ANOTHER).location()).isEqualTo("/sign-in?reset");
    }

    @Test
    void whatHasEndedOrIsAlteredOrForSomethingElseSetsNothing() {
        ask(email);
        var link = TestMail.await(email).link();
        assertThat(set(link + "x", ANOTHER).status()).isEqualTo(410);
        assertThat(browser.get("/sign-in/link?token=" + token(link)).status()).as("as a link to sign in").isEqualTo(410);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in/link", Map.of("_method", "put", "token", token(link))).status()).isEqualTo(410);

        database.sql("update auth_magic_links set expires_at = now()").update();
        assertThat(browser.get(link).status()).isEqualTo(410);
        assertThat(set(link, ANOTHER).status()).isEqualTo(410);
        assertThat(DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void nobodyLearnsWhoHasAnAccount() {
        var known = ask(email);
        var unknown = ask("nobody@maru.example");

        assertThat(unknown.status()).isEqualTo(known.status());
        assertThat(unknown.location()).isEqualTo(known.location());
        assertThat(database.sql("select count(*) from mail_outbox where recipient in ('nobody@maru.example', 'nobody@localhost')").query(Integer.class).single()).isZero();
    }

    @Test
    void theDemosPeopleKeepTheirs() {
        var demo = TestPeople.join(database, Role.VIEWER, true);
        ask(demo);

        assertThat(set(TestMail.await(demo).link(), ANOTHER).text()).contains("Accounts of the demo keep the password");
    }

    private Page ask(String address) {
        return browser.post("/sign-in/reset", Map.of("email", address));
    }

    private Page set(String link, String password) {
        browser.get("/sign-in");
        return browser.post("/sign-in/reset", Map.of("_method", "put", "token", token(link), "password", password));
    }

    private static String token(String link) {
        return link.replaceFirst(".*token=", "");
    }

    private List<String> events() {
        return database.sql("select event from auth_audit_logs l join profiles p on p.id = l.profile_id where p.email = ? order by l.id").param(email).query(String.class).list();
    }
}
