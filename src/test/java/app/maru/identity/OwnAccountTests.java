package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class OwnAccountTests {

    private static final String ANOTHER = "nine quiet autumn hills";

    @LocalServerPort
    private int port;
    @Autowired
    private Accounts accounts;
    @Autowired
    private JdbcClient database;
    private String email;
    private UUID id;
    private DeskBrowser person;

    @BeforeEach
    void somebodyOfTheStaff() {
        email = TestPeople.join(database, Role.VIEWER, false);
        id = accounts.at(email).orElseThrow().person().id();
        person = DeskBrowser.at(port);
        person.signIn(email, TestPeople.PASSWORD);
        person.get("/account");
    }

    @Test
    void aNewPasswordHoldsForTheNextSignInAndIsLogged() {
        assertThat(change(TestPeople.PASSWORD, ANOTHER).location()).isEqualTo("/account");

        assertThat(person.get("/account").text()).contains("Your password is changed.");
        assertThat(DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).status()).isNotEqualTo(302);
        assertThat(DeskBrowser.at(port).signIn(email, ANOTHER).location()).isEqualTo("/");
        assertThat(events()).containsSubsequence("login_success", "password_changed");
    }

    @Test
    void whatCannotBeThePasswordIsRefusedAndTheOldOneStays() {
        refused(change("a guess at the password", ANOTHER), "This is not your present password.");
        refused(change(TestPeople.PASSWORD, "short"), "A password has 12 to 200 characters.");
        refused(change(TestPeople.PASSWORD, TestPeople.PASSWORD), "This is your present password.");
        refused(change("", ""), "A password has 12 to 200 characters.");

        assertThat(DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
        assertThat(events()).as("the guess").contains("login_failure").doesNotContain("password_changed");
    }

    @Test
    void theDemosPeopleKeepTheirs() {
        var demo = DeskBrowser.signedIn(port, Role.VIEWER);
        demo.get("/account");

        refused(demo.post("/account/password", Map.of("_method", "put", "present", TestPeople.PASSWORD, "wanted", ANOTHER)), "Accounts of the demo keep the password");
    }

    @Test
    void languageZoneAndThemeHoldAtOnceAndAtTheNextSignIn() {
        var saved = person.post("/account", Map.of("_method", "put", "locale", "ko", "timezone", "Europe/Berlin", "theme", "dark"));

        assertThat(saved.location()).isEqualTo("/account");
        assertThat(person.get("/account").body()).contains("내 설정", "data-bs-theme=\"dark\"", "data-zone=\"Europe/Berlin\"", "설정을 저장했어요.");
        assertThat(accounts.at(email).orElseThrow().person()).isEqualTo(
            new Person(id, "한지우", email, Role.VIEWER, Locale.KOREAN, "dark", ZoneId.of("Europe/Berlin")));
    }

    @Test
    void whatIsNoLanguageZoneOrThemeIsRefused() {
        for (var wrong : new String[][] {{"xx", "Asia/Seoul", ""}, {"", "Asia/Atlantis", ""}, {"", "Asia/Seoul", "pink"}}) {
            assertThat(person.post("/account", Map.of("_method", "put", "locale", wrong[0], "timezone", wrong[1], "theme", wrong[2])).status()).isEqualTo(400);
        }
        assertThat(accounts.at(email).orElseThrow().person().zone().getId()).isEqualTo("Asia/Seoul");
    }

    private DeskBrowser.Page change(String present, String wanted) {
        return person.post("/account/password", Map.of("_method", "put", "present", present, "wanted", wanted));
    }

    private static void refused(DeskBrowser.Page page, String why) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(why);
        assertThat(page.body()).doesNotContain(TestPeople.PASSWORD, ANOTHER);
    }

    private List<String> events() {
        return database.sql("select event from auth_audit_logs where profile_id = ? order by id").param(id).query(String.class).list();
    }
}
