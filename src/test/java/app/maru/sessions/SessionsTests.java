package app.maru.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.sessions.idle=2h", "maru.sessions.longest=12h"})
class SessionsTests {

    private static final String ANOTHER = "nine quiet autumn hills";
    private static final Pattern END = Pattern.compile("/account/sessions/([0-9a-f-]{36})");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private SessionRepository<Session> sessions;
    private String email;
    private UUID id;
    private DeskBrowser here;

    @BeforeEach
    void somebodySignsIn() {
        email = TestPeople.join(database, Role.AUTHOR, false);
        id = database.sql("select id from profiles where email = ?").param(email).query(UUID.class).single();
        here = on("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/26.0 Safari/605.1.15");
    }

    @Test
    void peopleSeeWhereTheyAreSignedInAndEndWhatTheyDoNotKnow() {
        var phone = on("Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36");
        var office = on("Mozilla/5.0 (Windows NT 10.0) Chrome/142.0.0.0 Safari/537.36");
        change("user_agent like '%Android%'", "used_at = now() - interval '20 minutes'");

        var page = here.get("/account");
        assertThat(page.text()).containsSubsequence("Safari, macOS", "This one", "127.0.0.1", "Chrome, Windows", "Last used", "Samsung Internet, Android", "Last used");
        assertThat(END.matcher(page.body()).results()).as("this one has no button").hasSize(2);
        var last = END.matcher(page.body()).results().map(found -> found.group(1)).toList().getLast();
        assertThat(here.post("/account/sessions/" + last, Map.of("_method", "delete")).location()).isEqualTo("/account");

        assertThat(here.get("/account").text()).contains("Signed out: Samsung Internet, Android.");
        assertThat(phone.get("/account").location()).isEqualTo("/sign-in");
        assertThat(office.get("/account").status()).isEqualTo(200);
        assertThat(events()).contains("session_ended");
    }

    @Test
    void theyEndAllButThisOne() {
        var phone = on("phone");
        var office = on("office");
        here.get("/account");

        here.post("/account/sessions", Map.of("_method", "delete"));

        assertThat(here.get("/account").text()).contains("You are signed out in 2 other places.").doesNotContain("Sign out everywhere else");
        assertThat(List.of(phone.get("/account").status(), office.get("/account").status())).containsOnly(302);
    }

    @Test
    void nobodyEndsTheSessionOfSomebodyElse() {
        var other = DeskBrowser.signedIn(port, Role.ADMIN);
        var session = database.sql("select session_id from auth_sessions where profile_id = ?").param(id).query(UUID.class).single();
        other.get("/account");

        other.post("/account/sessions/" + session, Map.of("_method", "delete"));

        assertThat(other.get("/account").text()).contains("Nobody was signed in there any more.").doesNotContain(session.toString());
        assertThat(here.get("/account").status()).isEqualTo(200);
    }

    @Test
    void aNewPasswordEndsAllOtherSessionsAndGivesThisOneAnotherId() {
        var phone = on("phone");
        var before = here.cookie("maru-session");
        here.get("/account");

        here.post("/account/password", Map.of("_method", "put", "present", TestPeople.PASSWORD, "wanted", ANOTHER));

        assertThat(phone.get("/account").location()).isEqualTo("/sign-in");
        assertThat(here.cookie("maru-session")).isPresent().isNotEqualTo(before);
        assertThat(here.get("/account").text()).contains("Your password is changed.");
    }

    @Test
    void whoIsSuspendedIsOutWithTheirNextRequest() {
        database.sql("update profiles set status = 'suspended' where id = ?").param(id).update();

        assertThat(here.get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void anotherRoleHoldsFromTheNextRequest() {
        assertThat(here.get("/tokens").status()).isEqualTo(403);

        database.sql("update staff set role = 'admin' where profile_id = ?").param(id).update();

        assertThat(here.get("/tokens").status()).isEqualTo(200);
    }

    @Test
    void whoDoesNothingIsSignedOutAndSoIsWhoeverWorksTooLong() {
        change("true", "used_at = now() - interval '2 hours', ends_at = now()");
        assertThat(here.get("/account").location()).as("idle").isEqualTo("/sign-in");

        here.signIn(email, TestPeople.PASSWORD);
        change("true", "begun_at = now() - interval '11 hours 59 minutes', used_at = now() - interval '2 minutes'");
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(rows("ends_at <= begun_at + interval '12 hours'")).as("a use does not outlive the longest time").isEqualTo(1);
        change("true", "begun_at = begun_at - interval '2 minutes', used_at = used_at - interval '2 minutes'");
        here.get("/account");
        assertThat(here.get("/account").location()).as("at work for 12 hours").isEqualTo("/sign-in");
    }

    @Test
    void whatWasProvedIsKept() {
        assertThat(proof("password")).isBetween(Instant.now().minusSeconds(60), Instant.now());
        change("true", "proofs = '{\"password\": 1000, \"totp\": 2000}', used_at = now() - interval '2 minutes'");

        here.get("/account");
        assertThat(proof("password")).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(proof("totp")).isEqualTo(Instant.ofEpochSecond(2));
    }

    @Test
    void aSlowerRequestTakesNoNewerProofAway() {
        var slow = sessions.findById(here.cookie("maru-session").orElseThrow());
        change("true", "proofs = proofs || '{\"totp\": 2000}'");

        slow.setLastAccessedTime(Instant.now().plusSeconds(120));
        sessions.save(slow);

        assertThat(proof("totp")).isEqualTo(Instant.ofEpochSecond(2));
        assertThat(rows("used_at > now() + interval '1 minute'")).as("it was written").isEqualTo(1);
    }

    @Test
    void aUseIsWrittenOnceAMinute() {
        var fresh = version();
        here.get("/account");
        here.get("/tasks");
        assertThat(version()).isEqualTo(fresh);

        change("true", "used_at = now() - interval '61 seconds'");
        var stale = version();
        here.get("/account");
        var written = version();
        here.get("/tasks");
        assertThat(written).isNotEqualTo(stale);
        assertThat(version()).isEqualTo(written);
        assertThat(rows("used_at > now() - interval '1 minute'")).isEqualTo(1);
    }

    @Test
    void whoReadsTheTableIsNotLetInByIt() {
        var cookie = here.cookie("maru-session").orElseThrow();

        assertThat(database.sql("select s::text from auth_sessions s").query(String.class).list()).noneMatch(row -> row.contains(cookie));
        var hash = database.sql("select secret_hash from auth_sessions where profile_id = ?").param(id).query(String.class).single();
        var thief = DeskBrowser.at(port);
        thief.plant("maru-session", hash);
        assertThat(thief.get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void whoeverSignsInAgainLeavesNoSessionBehindAndTakesOutWhatHasEnded() {
        change("true", "metadata = '{\"first\": true}'");
        on("phone");
        change("user_agent = 'phone'", "ends_at = now() - interval '1 second'");

        here.get("/account");
        here.post("/sign-in", Map.of("email", email, "password", TestPeople.PASSWORD));

        assertThat(rows("true")).isEqualTo(1);
        assertThat(rows("metadata <> '{}'")).isZero();
    }

    @Test
    void whatAnotherVersionLeftInASessionCostsNoPage() {
        for (var garbage : List.of("", "\u00ac\u00ed java", "{\"flashes\":[{\"attributes\":{\"toast\":[\"app.maru.desk.NoMore\",{}]}}]}")) {
            database.sql("""
                    insert into auth_session_attributes (session_id, name, value)
                    select session_id, 'org.springframework.web.servlet.support.SessionFlashMapManager.FLASH_MAPS', convert_to(:garbage, 'UTF8') from auth_sessions where profile_id = :id
                    on conflict (session_id, name) do update set value = excluded.value""")
                .param("garbage", garbage).param("id", id).update();

            assertThat(here.get("/account").status()).isEqualTo(200);
        }
        here.post("/account/sessions", Map.of("_method", "delete"));
        assertThat(here.get("/account").text()).as("and is written over").contains("You were signed in nowhere else.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"AAAA", "%00", "a b", "\"", "00000000-0000-4000-8000-000000000001", "___________________________________________"})
    void aMadeUpSessionIsNobodys(String id) {
        var stranger = DeskBrowser.at(port);
        stranger.plant("maru-session", id);

        assertThat(stranger.get("/account").location()).isEqualTo("/sign-in");
    }

    private DeskBrowser on(String userAgent) {
        var browser = DeskBrowser.at(port).sending("User-Agent", userAgent);
        assertThat(browser.signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
        return browser;
    }

    private void change(String which, String what) {
        database.sql("update auth_sessions set %s where profile_id = ? and %s".formatted(what, which)).param(id).update();
    }

    private int rows(String which) {
        return database.sql("select count(*) from auth_sessions where profile_id = ? and " + which).param(id).query(Integer.class).single();
    }

    private Instant proof(String means) {
        return Instant.ofEpochMilli(database.sql("select (proofs ->> ?)::bigint from auth_sessions where profile_id = ?").param(means).param(id).query(Long.class).single());
    }

    private String version() {
        return database.sql("select xmin::text || used_at from auth_sessions where profile_id = ?").param(id).query(String.class).single();
    }

    private List<String> events() {
        return database.sql("select event from auth_audit_logs where profile_id = ?").param(id).query(String.class).list();
    }
}
