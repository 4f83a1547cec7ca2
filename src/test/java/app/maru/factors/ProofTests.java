package app.maru.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

/** What asks again who somebody is, and that nothing they sent is lost by it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class ProofTests {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern SECRET = Pattern.compile("name=\"proof-secret\" value=\"([^\"]+)\"");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private String email;
    private String colleague;
    private DeskBrowser admin;

    @BeforeEach
    void anAdminWhoProvedTooLongAgo() {
        database.sql("delete from auth_limits").update();
        email = TestPeople.join(database, Role.ADMIN, false);
        colleague = id(TestPeople.join(database, Role.VIEWER, false));
        admin = DeskBrowser.at(port);
        admin.signIn(email, TestPeople.PASSWORD);
        admin.get("/staff/" + colleague);
        late();
    }

    @Test
    void whatWasSentIsKeptUntilItIsProvedAndThenCarriedOutOnce() {
        var asked = admin.post("/staff/" + colleague + "/role", Map.of("_method", "put", "version", "0", "role", "editor"));
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Is it you?", "What you sent is kept in this page");
        assertThat(role()).isEqualTo("viewer");

        var wrong = prove(asked, "password", "not this one");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("This is not your password.");
        assertThat(wrong.body()).doesNotContain("not this one");
        var before = admin.cookie("maru-session").orElseThrow();

        var right = prove(wrong, "password", TestPeople.PASSWORD);
        assertThat(right.status()).as("the browser sends the same again").isEqualTo(307);
        assertThat(right.location()).isEqualTo("/staff/" + colleague + "/role");
        assertThat(admin.cookie("maru-session").orElseThrow()).isNotEqualTo(before);
        assertThat(admin.post(right.location(), sent(wrong, "password", TestPeople.PASSWORD)).status()).isEqualTo(302);
        assertThat(role()).isEqualTo("editor");
        assertThat(database.sql("select count(*) from auth_audit_logs where event = 'proved_again' and profile_id = ?::uuid").param(id(email)).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aButtonIsKeptAsAFormIs() {
        var asked = admin.post("/staff/" + colleague + "/suspension", Map.of("_method", "put"));

        var right = prove(asked, "password", TestPeople.PASSWORD);

        assertThat(admin.post(right.location(), sent(asked, "password", TestPeople.PASSWORD)).location()).isEqualTo("/staff/" + colleague);
        assertThat(database.sql("select status from profiles where id = ?::uuid").param(colleague).query(String.class).single()).isEqualTo("suspended");
    }

    @Test
    void aFileComesByItselfOnceItIsProved() {
        var asked = admin.get("/audit/csv?kind=act");
        assertThat(asked.location()).isEqualTo("/account/proof?to=%2Faudit%2Fcsv%3Fkind%3Dact");
        var page = admin.get(asked.location());
        assertThat(page.text()).contains("You proved a while ago who you are.");

        var right = prove(page, "password", TestPeople.PASSWORD);

        assertThat(right.body()).contains("http-equiv=\"refresh\"", "0;url=/audit/csv?kind=act");
        assertThat(admin.get("/audit/csv?kind=act").status()).isEqualTo(200);
    }

    @Test
    void anythingElseIsDoneAsBefore() {
        assertThat(admin.get("/staff").status()).isEqualTo(200);
        assertThat(admin.get("/tokens").status()).isEqualTo(200);
        assertThat(admin.post("/account/theme", Map.of("_method", "put", "theme", "dark")).status()).isEqualTo(302);
    }

    @Test
    void aPartOfAPageEndsWellToo() {
        admin.sending("HX-Request", "true");

        var asked = admin.post("/tokens", Map.of("name", "판매 집계", "scope", "metrics-write", "days", "30"));
        assertThat(asked.header("HX-Retarget")).isEqualTo("body");
        assertThat(asked.body()).contains("value=\"판매 집계\"");
        assertThat(admin.get("/audit/csv").header("HX-Redirect")).isEqualTo("/account/proof?to=%2Faudit%2Fcsv");
    }

    @Test
    void aCodeOfOnesOwnMailProvesItAndNobodyElses() {
        var asked = admin.post("/staff/" + colleague + "/suspension", Map.of("_method", "put"));
        var sends = sent(asked, "email", "");
        sends.put("proof-sends", "true");
        var sent = admin.post("/account/proof", sends);
        assertThat(sent.text()).contains("A code is on its way to " + email);

        var foreign = DeskBrowser.at(port);
        foreign.get("/sign-in/code");
        foreign.post("/sign-in/code", Map.of("email", "editor@maru.example"));
        var other = sent(sent, "email", mailed("editor@maru.example"));
        other.put("proof-secret", foreign.cookie("maru-code").orElseThrow());
        assertThat(admin.post("/account/proof", other).status()).as("somebody else's").isEqualTo(422);

        var own = sent(sent, "email", mailed(email));
        own.put("proof-secret", found(SECRET, sent.body()));
        assertThat(admin.post("/account/proof", own).status()).isEqualTo(307);
    }

    @Test
    void theAppProvesItWithACodeThatNobodyHasUsed() {
        admin = DeskBrowser.at(port);
        admin.signIn(email, TestPeople.PASSWORD);
        admin.get("/account/second-factor");
        admin.post("/account/second-factor/app", Map.of());
        var secret = found(Pattern.compile("id=\"factor-key\"[^>]*value=\"([A-Z2-7]{32})\""), admin.get("/account/second-factor/app").body());
        var code = Totp.code(secret, Totp.step(Instant.now()));
        admin.post("/account/second-factor/app", Map.of("_method", "put", "code", code));
        late();

        var asked = admin.post("/account/second-factor", Map.of("_method", "delete"));
        assertThat(prove(asked, "totp", code).status()).as("used").isEqualTo(422);
        assertThat(prove(asked, "totp", Totp.code(secret, Totp.step(Instant.now()) + 1)).location()).isEqualTo("/account/second-factor");
    }

    @Test
    void afterManyWrongPasswordsNothingIsLookedAtAndWhatWasSentStays() {
        var asked = admin.post("/tokens", Map.of("name", "판매 집계", "scope", "metrics-write", "days", "30"));
        for (int guess = 0; guess < 10; guess++) {
            prove(asked, "password", "guess " + guess);
        }

        var refused = prove(asked, "password", TestPeople.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("value=\"판매 집계\"");
    }

    @Test
    void itLeadsToNoOtherHost() {
        assertThat(admin.get("/account/proof?to=https://evil.example/").body()).doesNotContain("evil");
        assertThat(admin.post("/account/proof", Map.of("proof-to", "//evil.example/", "proof-means", "password", "proof", TestPeople.PASSWORD, "proof-form", "true")).location()).isEqualTo("/");
    }

    private DeskBrowser.Page prove(DeskBrowser.Page page, String means, String typed) {
        return admin.post("/account/proof", sent(page, means, typed));
    }

    /** All the hidden fields of the page, as its form for these means has them. */
    private Map<String, String> sent(DeskBrowser.Page page, String means, String typed) {
        var fields = new HashMap<String, String>();
        HIDDEN.matcher(page.body()).results().filter(field -> !field.group(1).equals("proof-sends")).forEach(field -> fields.put(field.group(1), field.group(2)));
        fields.put("proof-means", means);
        fields.put("proof", typed);
        fields.put("_csrf", admin.token());
        return fields;
    }

    private void late() {
        database.sql("update auth_sessions set proofs = (select jsonb_object_agg(key, 1000) from jsonb_each(proofs)) where profile_id = ?::uuid").param(id(email)).update();
    }

    private String mailed(String recipient) {
        return database.sql("select code from mail_outbox where recipient = ? and code is not null order by id desc limit 1").param(recipient).query(String.class).single();
    }

    private String role() {
        return database.sql("select role from staff where profile_id = ?::uuid").param(colleague).query(String.class).single();
    }

    private String id(String address) {
        return database.sql("select id::text from profiles where email = ?").param(address).query(String.class).single();
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
