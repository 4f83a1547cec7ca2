package app.maru.passkeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

/** What the desk believes of what devices say, over HTTP. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class PasskeyTests implements MailArrives {

    private static final String REFUSED = "/sign-in?passkey=refused";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private String email;
    private UUID person;
    private TestKey key;
    private DeskBrowser browser;

    @BeforeEach
    void somebodyWithAPasskey() {
        database.sql("delete from auth_limits").update();
        email = TestPeople.join(database, Role.EDITOR, false);
        person = id(email);
        key = new TestKey(port, person);
        browser = DeskBrowser.at(port);
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");
        add(key, "Laptop");
        browser.post("/sign-out", Map.of());
        browser.get("/sign-in");
    }

    @AfterEach
    void everyWayOn() {
        database.sql("delete from auth_ways where way = 'passkey'").update();
        database.sql("update auth_ways set enabled = true").update();
    }

    @Test
    void aPasskeySignsInAndCountsAsTwoFactors() {
        browser.get("/tasks?q=x");
        assertThat(enter(key.counting(1)).location()).isEqualTo("/tasks?q=x");

        assertThat(browser.get("/account").text()).contains(email, "Laptop", "Last used");
        assertThat(database.sql("select proofs::text from auth_sessions where profile_id = ?").param(person).query(String.class).list()).anyMatch(proofs -> proofs.contains("passkey"));
        assertThat(browser.cookie("maru-passkey")).isEmpty();
        assertThat(TestMail.await(email).text()).contains("“Laptop”");
        assertThat(events()).containsSubsequence("login_success", "passkey_added", "login_success");
    }

    @Test
    void whoHasAPasskeyProvesWithItWhatIsDemandedOfAdminsAndSetsUpNoAppInstead() {
        database.sql("update staff set role = 'admin' where profile_id = ?").param(person).update();
        database.sql("update auth_demands set enabled = true").update();
        try {
            assertThat(browser.signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/sign-in/second-step");
            assertThat(browser.get("/sign-in/second-step?to=/tasks").text()).contains("Prove with your passkey that it is you.").doesNotContain("Set up");
            assertThat(browser.post("/sign-in/second-step/app", Map.of()).location()).isEqualTo("/sign-in/second-step");
            var challenge = challenge("/sign-in/passkey/challenge");
            assertThat(browser.post("/sign-in/passkey", Map.of("_method", "put", "credential", key.counting(1).signed(challenge), "to", "/tasks")).location()).isEqualTo("/tasks");
            assertThat(browser.get("/audit").status()).isEqualTo(200);
        } finally {
            database.sql("update auth_demands set enabled = false").update();
        }
    }

    @Test
    void whoIsSignedInProvesAgainWithAPasskeyThatItIsThey() {
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");
        var challenge = challenge("/sign-in/passkey/challenge");
        assertThat(browser.post("/sign-in/passkey", Map.of("_method", "put", "credential", key.counting(1).signed(challenge), "to", "https://maru.example.evil")).location()).isEqualTo("/");
        assertThat(events()).containsSubsequence("login_success", "proved_again");
    }

    @Test
    void anAnswerWorksOnceInTheBrowserThatAskedAndNotForLong() {
        var challenge = challenge("/sign-in/passkey/challenge");
        var thief = DeskBrowser.at(port);
        thief.get("/sign-in");
        assertThat(send(thief, key.signed(challenge)).location()).as("another browser").isEqualTo(REFUSED);
        var secret = browser.cookie("maru-passkey").orElseThrow();
        assertThat(send(browser, key.signed(challenge)).location()).isEqualTo("/");

        thief.plant("maru-passkey", secret);
        assertThat(send(thief, key.signed(challenge)).location()).as("again").isEqualTo(REFUSED);

        var late = challenge("/sign-in/passkey/challenge");
        database.sql("update auth_passkey_challenges set expires_at = now()").update();
        browser.post("/sign-out", Map.of());
        browser.get("/sign-in");
        assertThat(send(browser, key.counting(1).signed(late)).location()).as("late").isEqualTo(REFUSED);
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void whateverIsWrongTheSameIsSaidOfIt() {
        var other = TestPeople.join(database, Role.ADMIN, false);
        var stranger = new TestKey(port, person);
        assertThat(enter(stranger).location()).as("an unknown key").isEqualTo(REFUSED);
        assertThat(enter(key.of(id(other))).location()).as("meaning somebody else").isEqualTo(REFUSED);
        assertThat(enter(key.of(person).shownAt("https://maru.example.evil")).location()).as("another origin").isEqualTo(REFUSED);
        assertThat(enter(key.shownAt("http://localhost:" + port).unverified()).location()).as("nobody made sure of").isEqualTo(REFUSED);
        assertThat(send(browser, stranger.signed(challenge("/sign-in/passkey/challenge")).replace(stranger.id(), key.id())).location()).as("another's key id").isEqualTo(REFUSED);
        assertThat(browser.get("/sign-in?passkey=refused").text()).contains("This passkey could not be used.");
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
        assertThat(events()).filteredOn("login_failure"::equals).as("what is known of whom was meant").hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{}}", "{\"rawId\":\"%%%\"}", "\u0000",
        "{\"id\":\"AA\",\"rawId\":\"AA\",\"type\":\"public-key\",\"response\":{\"clientDataJSON\":\"AA\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}}"})
    void whatIsNoAnswerLetsNobodyInAndAddsNothing(String answer) {
        challenge("/sign-in/passkey/challenge");
        assertThat(send(browser, answer).location()).isEqualTo(REFUSED);
        challenge("/sign-in/passkey/challenge");
        assertThat(send(browser, answer.replace("AA", key.id())).location()).isEqualTo(REFUSED);

        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");
        challenge("/account/passkeys/challenge");
        browser.post("/account/passkeys", Map.of("credential", answer));
        assertThat(browser.get("/account").text()).contains("The passkey was not added");
    }

    @Test
    void aMegabyteIsNoAnswer() {
        challenge("/sign-in/passkey/challenge");
        assertThat(send(browser, "{\"id\":\"" + "A".repeat(1_000_000)).location()).isEqualTo(REFUSED);
    }

    @Test
    void theDeskSpeaksNoCborThoughDevicesDo() {
        assertThat(DeskBrowser.at(port).sending("Accept", "application/cbor").get("/actuator/health").header("Content-Type")).doesNotContain("cbor");
    }

    @Test
    void aDeviceThatCountsBackIsNotBelievedAndThatIsLogged() {
        assertThat(enter(key.counting(7)).location()).isEqualTo("/");
        browser.post("/sign-out", Map.of());
        browser.get("/sign-in");

        assertThat(enter(key.counting(7)).location()).isEqualTo(REFUSED);
        assertThat(database.sql("select count(*) from auth_audit_logs where event = 'passkey_counter_back' and subject_id = ?").param(person).query(Integer.class).single()).isOne();
        assertThat(enter(key.counting(8)).location()).isEqualTo("/");
    }

    @Test
    void whatOnesOwnDeviceSaysIsAddedOnceAndOnlyWhatItWasAsked() {
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");
        assertThat(browser.post("/account/passkeys/challenge", Map.of()).body()).as("kept already").contains("\"excludeCredentials\":[{", key.id(), "\"userVerification\":\"required\"", "\"attestation\":\"none\"");
        add(key, "Again");
        var phone = new TestKey(port, person);
        add(phone.unverified(), "Unverified");
        add(new TestKey(port, person).shownAt("https://maru.example.evil"), "Elsewhere");
        browser.post("/account/passkeys", Map.of("credential", new TestKey(port, person).made("AAAA"), "label", "Unasked"));
        assertThat(database.sql("select label from auth_passkeys where profile_id = ?").param(person).query(String.class).list()).containsExactly("Laptop");

        var elsewhere = DeskBrowser.at(port);
        elsewhere.signIn(TestPeople.join(database, Role.VIEWER, false), TestPeople.PASSWORD);
        elsewhere.get("/account");
        var asked = elsewhere.post("/account/passkeys/challenge", Map.of()).body().replaceFirst("(?s).*\"challenge\":\"([^\"]+)\".*", "$1");
        elsewhere.post("/account/passkeys", Map.of("credential", key.made(asked), "label", "Somebody else's"));
        assertThat(elsewhere.get("/account").text()).contains("The passkey was not added");
    }

    @Test
    void aRemovedPasskeyLetsNobodyInUntilThatIsTakenBack() {
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");
        var id = database.sql("select passkey_id from auth_passkeys where profile_id = ?").param(person).query(UUID.class).single();
        var thief = DeskBrowser.signedIn(port, Role.ADMIN);
        thief.get("/account");
        thief.post("/account/passkeys/" + id, Map.of("_method", "delete"));
        browser.post("/account/passkeys/" + id, Map.of("_method", "put", "label", " Work\u0000 laptop "));
        assertThat(browser.get("/account").text()).contains("The passkey is now called Work laptop.");
        browser.post("/account/passkeys/" + id, Map.of("_method", "delete"));

        assertThat(browser.get("/account").text()).contains("The passkey is removed.", "Undo").doesNotContain("Last used", "Not used yet");
        browser.post("/account/passkeys/" + id + "/removal", Map.of("_method", "delete"));
        assertThat(browser.get("/account").text()).contains("The passkey Work laptop works again.");
        assertThat(events()).containsSubsequence("passkey_renamed", "passkey_removed", "passkey_restored");
        browser.post("/sign-out", Map.of());
        browser.get("/sign-in");
        database.sql("update auth_passkeys set removed_at = now() where passkey_id = ?").param(id).update();
        assertThat(enter(key.counting(1)).location()).isEqualTo(REFUSED);
    }

    @Test
    void theLastWayInStays() {
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account");
        database.sql("update auth_ways set enabled = way = 'password'").update();
        database.sql("update staff set password_hash = null where profile_id = ?").param(person).update();
        var id = database.sql("select passkey_id from auth_passkeys where profile_id = ?").param(person).query(UUID.class).single();
        browser.post("/account/passkeys/" + id, Map.of("_method", "delete"));

        assertThat(browser.get("/account").text()).contains("This passkey is your only way in.", "Laptop");
    }

    @Test
    void whoeverMayNotComeInDoesNotByAPasskeyAndAWayThatIsOffLetsNobodyIn() {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/sign-in/ways");
        assertThat(admin.post("/sign-in/ways", Map.of("_method", "put", "passkey", "true")).text()).contains("Nobody could sign in any more.");
        var challenge = challenge("/sign-in/passkey/challenge");
        assertThat(admin.post("/sign-in/ways", Map.of("_method", "put", "password", "true")).location()).isEqualTo("/sign-in/ways");
        assertThat(send(browser, key.counting(1).signed(challenge)).location()).isEqualTo(REFUSED);
        assertThat(browser.post("/sign-in/passkey/challenge", Map.of()).status()).isEqualTo(404);
        assertThat(browser.get("/sign-in").text()).doesNotContain("Sign in with a passkey");
        database.sql("delete from auth_ways where way = 'passkey'").update();

        database.sql("update profiles set status = 'suspended' where id = ?").param(person).update();
        assertThat(enter(key.counting(2)).location()).isEqualTo(REFUSED);
    }

    private void add(TestKey made, String label) {
        browser.post("/account/passkeys", Map.of("credential", made.made(challenge("/account/passkeys/challenge")), "label", label));
        browser.get("/account");
    }

    private Page enter(TestKey with) {
        return send(browser, with.signed(challenge("/sign-in/passkey/challenge")));
    }

    private String challenge(String path) {
        var asked = browser.post(path, Map.of());
        assertThat(asked.status()).isEqualTo(200);
        return asked.body().replaceFirst("(?s).*\"challenge\":\"([^\"]+)\".*", "$1");
    }

    private static Page send(DeskBrowser from, String answer) {
        return from.post("/sign-in/passkey", Map.of("_method", "put", "credential", answer));
    }

    private List<String> events() {
        return database.sql("select event from auth_audit_logs where profile_id = ? order by id").param(person).query(String.class).list();
    }

    private UUID id(String address) {
        return database.sql("select id from profiles where email = ?").param(address).query(UUID.class).single();
    }
}
