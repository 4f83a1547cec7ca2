package app.maru.social;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.DemoMaru;
import app.maru.database.TestDatabase;
import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

/** Who comes in with an account elsewhere, and who does not. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class SocialSignInTests implements ProvidersAnswer {

    private static final Map<String, Map<String, String>> FORMS = Map.of(
        "google", Map.of("clientId", "google-client", "secret", ProviderServer.SECRET), "github", Map.of("clientId", "github-client", "secret", ProviderServer.SECRET),
        "kakao", Map.of("clientId", "kakao-client", "secret", ProviderServer.SECRET),
        "apple", Map.of("clientId", "com.company.desk", "secret", ProviderServer.applesPrivateKey(), "teamId", ProviderServer.TEAM, "keyId", ProviderServer.KEY));

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private HikariDataSource pool;
    private DeskBrowser admin;
    private String email;
    private String name;
    private Traveller traveller;

    @BeforeEach
    void everyProviderIsOnAndSomebodyIsOfTheStaff() {
        database.sql("delete from auth_limits").update();
        database.sql("delete from auth_social_providers").update();
        database.sql("delete from auth_ways where not enabled").update();
        admin = DeskBrowser.signedIn(port, Role.ADMIN);
        FORMS.keySet().forEach(this::setUp);
        email = TestPeople.join(database, Role.EDITOR, false);
        name = "guest-" + UUID.randomUUID();
        ProviderServer.guest(name, email, true);
        traveller = new Traveller(port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github", "apple", "kakao"})
    void whoIsOfTheStaffComesInByTheirVerifiedAddressAndThenByWhatTheProviderCallsThem(String provider) {
        traveller.desk().get("/tasks?q=%ED%95%9C%EA%B8%80");
        assertThat(traveller.travel(provider, name).location()).isEqualTo("/tasks?q=%ED%95%9C%EA%B8%80");
        assertThat(traveller.desk().get("/account").text()).contains(email, "Accounts elsewhere", "Unlink");
        assertThat(events()).containsExactly("social_linked", "login_success");

        ProviderServer.guest(name, "moved-" + email, false);
        var again = new Traveller(port);
        assertThat(again.travel(provider, name).location()).as("by another address, which is not verified").isEqualTo("/");
        assertThat(again.desk().get("/account").text()).contains(email);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "github", "apple", "kakao"})
    void anAddressThatIsNotVerifiedLetsNobodyIn(String provider) {
        ProviderServer.guest(name, email, false);

        var refused = traveller.travel(provider, name);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text()).contains("This address is not verified");
        assertOut();
        assertThat(links()).isZero();
    }

    @Test
    void whoIsNotKnownReadsTheSameAsWhoIsSuspendedAndNobodyIsMade() {
        long before = people();
        ProviderServer.guest(name, UUID.randomUUID() + "@elsewhere.example", true);
        var unknown = traveller.travel("google", name);
        assertThat(unknown.status()).isEqualTo(403);
        assertThat(unknown.text()).contains("Nobody comes in with this account");
        assertOut();

        database.sql("update profiles set status = 'suspended' where email = ?").param(email).update();
        for (var address : List.of(email, email.replace("k", "\u212A").replace("maru", "mar\u00fc"), "admin@maru.example ", "")) {
            ProviderServer.guest(name, address, true);
            var refused = new Traveller(port).travel("google", name);
            assertThat(refused.status()).as(address).isEqualTo(403);
            assertThat(refused.text()).isEqualTo(address.isEmpty() ? refused.text() : unknown.text());
        }
        assertThat(people()).isEqualTo(before);
        assertThat(failures(email)).as("under the address that was tried").isPositive();
    }

    @Test
    void whoWasLinkedAndIsSuspendedIsOut() {
        traveller.travel("google", name);
        database.sql("update profiles set status = 'suspended' where email = ?").param(email).update();

        var refused = new Traveller(port).travel("google", name);

        assertThat(refused.text()).contains("Nobody comes in with this account");
        assertThat(events()).endsWith("login_failure");
    }

    @Test
    void anotherAccountOfTheSameProviderDoesNotComeInByTheSameAddress() {
        traveller.travel("google", name);
        var other = "guest-" + UUID.randomUUID();
        ProviderServer.guest(other, email, true);

        assertThat(new Traveller(port).travel("google", other).status()).isEqualTo(403);

        var link = traveller.desk().get("/account").body().replaceFirst("(?s).*/account/links/([0-9a-f-]{36}).*", "$1");
        assertThat(traveller.desk().post("/account/links/" + link, Map.of("_method", "delete")).location()).startsWith("/account");
        assertThat(traveller.desk().get("/account").text()).contains("Google is unlinked.");
        assertThat(events()).endsWith("social_unlinked");
        assertThat(new Traveller(port).travel("google", other).location()).as("after the first is unlinked").isEqualTo("/");
    }

    @Test
    void nobodyUnlinksWhatIsSomebodyElses() {
        traveller.travel("google", name);
        var link = database.sql("select link_id from auth_social_links").query(UUID.class).list().getLast();

        admin.get("/account");
        admin.post("/account/links/" + link, Map.of("_method", "delete"));

        assertThat(links()).isEqualTo(1);
    }

    @Test
    void whoIsInvitedJoinsOnceByTheirVerifiedAddress() {
        var invited = UUID.randomUUID() + "@maru.example";
        admin.get("/staff");
        admin.post("/staff", Map.of("name", "새 사람", "email", invited, "role", "author"));
        email = invited;
        ProviderServer.guest(name, invited, true);

        assertThat(traveller.travel("kakao", name).location()).isEqualTo("/");
        assertThat(traveller.desk().get("/account").text()).contains("새 사람", "Author");
        assertThat(events()).containsSubsequence("invitation_accepted", "social_linked", "login_success");

        var id = database.sql("select id from profiles where email = ?").param(invited).query(UUID.class).single();
        for (var act : List.of("put", "delete")) {
            admin.get("/staff/" + id);
            admin.post("/staff/" + id + "/suspension", Map.of("_method", act));
        }
        assertThat(new Traveller(port).travel("kakao", name).location()).as("suspended and let in again, without ever a password").isEqualTo("/");
    }

    @Test
    void whatWasLinkedBeforeSomebodyWasInvitedAgainHoldsNoMore() {
        traveller.travel("google", name);
        var id = database.sql("select id from profiles where email = ?").param(email).query(UUID.class).single();
        database.sql("insert into auth_invitations (profile_id, token_hash, expires_at, created_at) values (?, gen_random_uuid()::text, now() + interval '1 day', now() + interval '1 second')").param(id).update();
        ProviderServer.guest(name, "moved-" + email, true);

        assertThat(new Traveller(port).travel("google", name).status()).isEqualTo(403);

        var successor = "guest-" + UUID.randomUUID();
        ProviderServer.guest(successor, email, true);
        assertThat(new Traveller(port).travel("google", successor).location()).isEqualTo("/");
    }

    @ParameterizedTest
    @CsvSource({"google, state", "google, none", "apple, state", "apple, none", "google, code", "github, code", "google, issuer"})
    void whatIsForgedLetsNobodyIn(String provider, String forged) {
        var answer = new HashMap<>(traveller.goTo(provider, name));
        switch (forged) {
            case "state" -> answer.put("state", answer.get("state").replaceFirst(".", "~"));
            case "code" -> answer.put("code", "forged");
            case "issuer" -> answer.put("iss", "https://evil.example");
            default -> answer.clear();
        }
        var refused = traveller.bring(provider, answer);

        assertThat(refused.status()).isEqualTo(forged.equals("code") ? 502 : 410);
        assertThat(refused.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertOut();
        assertThat(failures("")).isPositive();
    }

    @Test
    void anAnswerIsGoodOnceAndInTheBrowserThatAskedAlone() {
        var answer = traveller.goTo("google", name);
        var thief = new Traveller(port);
        thief.goTo("google", name);
        assertThat(thief.bring("google", answer).status()).as("in another browser").isEqualTo(410);

        var errand = traveller.desk().cookie("maru-errand-google").orElseThrow();
        assertThat(traveller.bring("google", answer).location()).isEqualTo("/");
        assertThat(traveller.bring("google", answer).status()).as("once more").isEqualTo(410);

        var again = new Traveller(port);
        again.desk().plant("maru-errand-google", errand);
        assertThat(again.bring("google", answer).status()).as("with all that the browser had").isEqualTo(502);
        again.desk().plant("maru-errand-google", errand.substring(0, errand.length() - 2) + "xy");
        assertThat(again.bring("google", answer).status()).as("altered").isEqualTo(410);
    }

    @Test
    void theAnswerOfOneProviderIsNoneOfAnothers() {
        var answer = traveller.goTo("google", name);
        traveller.goTo("github", name);

        assertThat(traveller.bring("github", answer).status()).isEqualTo(410);
        assertThat(traveller.desk().postText("/sign-in/with/google/back", "code=x").status()).as("as Apple's come").isIn(403, 405);
        assertOut();
    }

    @Test
    void aTokenWithAnotherNonceIsNotTrusted() {
        ProviderServer.NONCES.put(name, "of-another-sign-in");

        assertThat(traveller.travel("google", name).text()).contains("Google gave no answer that can be trusted.");
        assertOut();
    }

    @Test
    void whoTurnsBackReadsThatNothingHasChanged() {
        var answer = traveller.goTo("kakao", name);

        var page = traveller.bring("kakao", Map.of("state", answer.get("state"), "error", "access_denied"));

        assertThat(page.text()).contains("You did not sign in", "Kakao says that you turned back");
        assertOut();
    }

    @Test
    void theBrowserKeepsTheErrandOnlyForItsWayAndApplesAloneCrossesSites() {
        var google = traveller.desk().get("/sign-in/with/google");
        var apple = traveller.desk().get("/sign-in/with/apple");

        assertThat(google.headers("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).contains("maru-errand-google=", "HttpOnly", "SameSite=Lax", "Max-Age=600"));
        assertThat(apple.headers("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).contains("maru-errand-apple=", "HttpOnly", "Secure", "SameSite=None", "Max-Age=600"));
        assertThat(google.header("Location")).contains("code_challenge_method=S256", "nonce=", "redirect_uri=http://localhost:" + port + "/sign-in/with/google/back");
        assertThat(apple.header("Location")).contains("response_mode=form_post", "nonce=");
        assertThat(traveller.travel("google", name).headers("Set-Cookie")).anySatisfy(cookie -> assertThat(cookie).contains("maru-session", "SameSite=Lax"));
    }

    @Test
    void whatIsOffIsNotOfferedAndAnswersNobodyEvenWhoIsOnTheWay() {
        var answer = traveller.goTo("google", name);
        admin.get("/sign-in/providers");
        admin.post("/sign-in/providers/google/activation", Map.of("_method", "delete"));

        assertThat(DeskBrowser.at(port).get("/sign-in").text()).contains("Sign in with GitHub", "Sign in with Apple", "Login with Kakao").doesNotContain("Sign in with Google");
        assertThat(traveller.bring("google", answer).status()).isEqualTo(410);
        assertThat(traveller.desk().get("/sign-in/with/google").location()).isEqualTo("/sign-in");
        assertThat(traveller.desk().get("/sign-in/with/myspace").location()).isEqualTo("/sign-in");

        database.sql("insert into auth_ways (way, enabled) values ('social', false) on conflict (way) do update set enabled = false").update();
        assertThat(DeskBrowser.at(port).get("/sign-in").text()).doesNotContain("Sign in with GitHub", "Login with Kakao");
        assertThat(traveller.desk().get("/sign-in/with/github").location()).isEqualTo("/sign-in");
    }

    @Test
    void aSecretIsNeitherShownNorLoggedNorReadableInTheTable() {
        admin.get("/sign-in/providers/google");
        admin.post("/sign-in/providers/google", Map.of("_method", "put", "clientId", "google-other", "secret", "", "version", version("google")));

        assertThat(admin.get("/sign-in/providers/google").body()).contains("google-other").doesNotContain(ProviderServer.SECRET);
        for (var table : List.of("auth_social_providers", "auth_audit_logs", "auth_audit_personal")) {
            assertThat(database.sql("select string_agg(t::text, ' ') from " + table + " t").query(String.class).single()).as(table).doesNotContain(ProviderServer.SECRET, "BEGIN PRIVATE KEY");
        }
        assertThat(database.sql("select after ->> 'clientId' from auth_audit_logs join auth_audit_personal using (log_id) where event = 'provider_changed' order by auth_audit_logs.id desc limit 1")
            .query(String.class).single()).isEqualTo("google-other");
        assertThat(traveller.travel("google", name).location()).as("with the secret that was kept, as another client").isEqualTo("/");
    }

    @Test
    void aFormThatIsNotRightIsRefusedWithWhatWasTypedButTheSecret() {
        database.sql("delete from auth_social_providers").update();
        admin.get("/sign-in/providers/apple");
        var refused = admin.post("/sign-in/providers/apple", Map.of("_method", "put", "clientId", "a b", "secret", "not-a-key-at-all", "teamId", "short", "keyId", "KEY1234567", "version", "0"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Enter the identifier of the Services ID", "This is no private key", "A team ID has ten").doesNotContain("A key ID has ten");
        assertThat(refused.body()).contains("value=\"a b\"", "value=\"KEY1234567\"").doesNotContain("not-a-key-at-all");
        assertThat(put("google", Map.of("clientId", "google-client")).status()).as("without a secret").isEqualTo(422);
        assertThat(put("google", FORMS.get("google")).location()).isEqualTo("/sign-in/providers");
        assertThat(admin.post("/sign-in/providers/google", Map.of("_method", "put", "clientId", "google-other", "version", "1")).status()).as("a form that has lost its secret").isEqualTo(422);
        assertThat(put("google", Map.of("clientId", "google-other", "version", "9")).status()).as("changed by somebody else meanwhile").isEqualTo(409);
    }

    @Test
    void theLastWayInStaysOpen() {
        database.sql("insert into auth_ways (way, enabled) select way, way = 'social' from unnest(array['password', 'magic_link', 'email_code', 'passkey', 'social']) way on conflict (way) do update set enabled = excluded.enabled").update();
        database.sql("update auth_social_providers set enabled = provider = 'google'").update();
        admin.get("/sign-in/providers/google");

        var off = admin.post("/sign-in/providers/google/activation", Map.of("_method", "delete"));
        assertThat(off.status()).isEqualTo(422);
        assertThat(off.text()).contains("Nobody could sign in any more.");
        assertThat(admin.post("/sign-in/providers/google", Map.of("_method", "delete")).status()).isEqualTo(422);
        assertThat(DeskBrowser.at(port).get("/sign-in").text()).contains("Sign in with Google");
        database.sql("update auth_ways set enabled = true").update();
    }

    @Test
    void anotherNodeKnowsWithItsNextRequestAndFinishesWhatOneHasBegun() {
        var settings = new ArrayList<>(List.of("--maru.secrets.key=" + KEY, "--maru.base-url=http://localhost:" + port));
        ProviderServer.settings().forEach((setting, value) -> settings.add("--" + setting + "=" + value));
        try (var other = new DemoMaru(new TestDatabase(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword()), settings.toArray(String[]::new))) {
            var there = new Traveller(other.port());
            assertThat(there.desk().get("/sign-in").text()).contains("Sign in with Google");

            var answer = there.goTo("google", name);
            traveller.desk().plant("maru-errand-google", there.desk().cookie("maru-errand-google").orElseThrow());
            assertThat(traveller.bring("google", answer).location()).as("begun there, finished here").isEqualTo("/");

            admin.get("/sign-in/providers");
            admin.post("/sign-in/providers/google/activation", Map.of("_method", "delete"));
            assertThat(there.desk().get("/sign-in").text()).contains("Sign in with GitHub").doesNotContain("Sign in with Google");
            assertThat(there.desk().get("/sign-in/with/google").location()).isEqualTo("/sign-in");
        }
    }

    private void setUp(String provider) {
        assertThat(put(provider, FORMS.get(provider)).location()).isEqualTo("/sign-in/providers");
        admin.post("/sign-in/providers/" + provider + "/activation", Map.of("_method", "put"));
    }

    private Page put(String provider, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("_method", "put");
        form.putIfAbsent("secret", "");
        admin.get("/sign-in/providers/" + provider);
        return admin.post("/sign-in/providers/" + provider, form);
    }

    private String version(String provider) {
        return database.sql("select version from auth_social_providers where provider = ?").param(provider).query(String.class).single();
    }

    private void assertOut() {
        assertThat(traveller.desk().get("/account").location()).isEqualTo("/sign-in");
    }

    private List<String> events() {
        return database.sql("select event from auth_audit_logs l join profiles p on p.id = l.profile_id where p.email = ? order by l.id").param(email).query(String.class).list();
    }

    private int failures(String address) {
        return database.sql("select count(*) from auth_audit_logs join auth_audit_personal using (log_id) where event = 'login_failure' and email = ?").param(address).query(Integer.class).single();
    }

    private int links() {
        return database.sql("select count(*) from auth_social_links l join profiles p on p.id = l.profile_id where p.email = ?").param(email).query(Integer.class).single();
    }

    private long people() {
        return database.sql("select count(*) from profiles").query(Long.class).single();
    }
}
