package app.maru.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
import app.maru.identity.Role;
import app.maru.identity.TestPeople;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class SecondFactorTests {

    private static final Pattern KEY = Pattern.compile("id=\"factor-key\"[^>]*value=\"([A-Z2-7]{32})\"");
    private static final Pattern RECOVERY_CODE = Pattern.compile(">((?:[A-Z2-9]{4}-){5}[A-Z2-9]{4})<");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    private String email;
    private String secret;

    @BeforeEach
    void nobodyHasTriedAnything() {
        database.sql("delete from auth_limits").update();
    }

    @AfterEach
    void nothingIsDemanded() {
        database.sql("update auth_demands set enabled = false").update();
    }

    @Test
    void anAppHoldsOnceACodeOfItIsTypedAndItsSecretIsLocked() {
        var browser = somebody(Role.AUTHOR);
        browser.post("/account/second-factor/app", Map.of());
        var page = browser.get("/account/second-factor/app");
        secret = found(KEY, page.body());
        assertThat(page.body()).contains("<path d=\"M");

        assertThat(browser.post("/account/second-factor/app", Map.of("_method", "put", "code", code(5))).status()).isEqualTo(422);
        assertThat(onlyAPasswordIsNeeded()).isTrue();

        var set = browser.post("/account/second-factor/app", Map.of("_method", "put", "code", code(0)));
        assertThat(recoveryCodes(set)).hasSize(10).doesNotHaveDuplicates();
        assertThat(onlyAPasswordIsNeeded()).isFalse();
        assertThat(browser.get("/account").status()).as("who has just proved it goes on").isEqualTo(200);
        assertThat(recoveryCodes(browser.get("/account/second-factor"))).as("shown once").isEmpty();
        assertThat(database.sql("select (select string_agg(t::text, '') from auth_totp t) || (select string_agg(c::text, '') from auth_recovery_codes c)").query(String.class).single())
            .doesNotContain(secret).doesNotContain(recoveryCodes(set));
        assertThat(events()).contains("second_factor_set_up");
    }

    @Test
    void whoHasProvedOneFactorReachesNothingBeforeTheOther() {
        setUp(Role.AUTHOR);
        var browser = DeskBrowser.at(port);
        browser.get("/tasks?view=list");

        var half = browser.signIn(email, TestPeople.PASSWORD);

        assertThat(half.location()).isEqualTo("/sign-in/second-step?to=%2Ftasks%3Fview%3Dlist");
        var before = browser.cookie("maru-session").orElseThrow();
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in/second-step?to=%2Faccount");
        assertThat(browser.get("/sign-in").location()).isEqualTo("/sign-in/second-step");
        var page = browser.get(half.location());
        assertThat(page.text()).contains("Enter the code that your authenticator app shows now.").doesNotContain(email, "한지우");
        assertThat(browser.get("/sign-in/second-step/app").location()).as("nor sets up another").isEqualTo("/sign-in/second-step");
        browser.post("/sign-in/second-step/app", Map.of());
        assertThat(database.sql("select count(*) from auth_totp where pending is not null and profile_id = (select id from profiles where email = ?)").param(email).query(Integer.class).single()).isZero();
        assertThat(events().getLast()).isEqualTo("first_step_passed");

        browser.get(half.location());
        assertThat(enter(browser, code(0), "/tasks?view=list").location()).isEqualTo("/tasks?view=list");
        assertThat(browser.cookie("maru-session").orElseThrow()).isNotEqualTo(before);
        assertThat(browser.get("/account").status()).isEqualTo(200);
        assertThat(events()).contains("totp_verified", "login_success");
    }

    @Test
    void aCodeWorksOnceAndNoneOfBeforeIt() {
        setUp(Role.VIEWER);
        var step = Totp.step(Instant.now());
        assertThat(enter(halfway(), Totp.code(secret, step), "/").location()).isEqualTo("/");

        assertThat(enter(halfway(), Totp.code(secret, step), "/").status()).as("once more").isEqualTo(422);
        assertThat(enter(halfway(), Totp.code(secret, step - 1), "/").status()).as("the one before").isEqualTo(422);
        assertThat(enter(halfway(), Totp.code(secret, step + 1), "/").location()).as("a clock that is ahead").isEqualTo("/");
        forgetUses();
        assertThat(enter(halfway(), Totp.code(secret, step - 3), "/").status()).as("too old").isEqualTo(422);
        assertThat(enter(halfway(), Totp.code(secret, step + 9), "/").status()).as("too new").isEqualTo(422);
    }

    @Test
    void afterAFewWrongCodesEvenTheRightOneIsNotLookedAt() {
        setUp(Role.VIEWER);
        var browser = halfway();
        for (int guess = 0; guess < 5; guess++) {
            assertThat(enter(browser, code(7 + guess), "/").status()).isEqualTo(422);
        }

        var refused = enter(halfway(), code(0), "/");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("There were too many");
        assertThat(browser.get("/account").location()).startsWith("/sign-in/second-step");
    }

    @Test
    void aRecoveryCodeLetsInOnceAndNewOnesEndTheOld() {
        var codes = setUp(Role.AUTHOR);
        var typed = codes.getFirst().toLowerCase().replace("-", " ");

        var browser = halfway();
        assertThat(recover(browser, typed).location()).isEqualTo("/");
        assertThat(recover(halfway(), typed).status()).as("once more").isEqualTo(422);
        assertThat(browser.get("/account/second-factor").text()).contains("Recovery codes left 9");

        var made = recoveryCodes(browser.post("/account/second-factor/recovery-codes", Map.of()));
        assertThat(made).hasSize(10).doesNotContainAnyElementsOf(codes);
        assertThat(recover(halfway(), codes.get(1)).status()).isEqualTo(422);
        assertThat(recover(halfway(), made.getFirst()).location()).isEqualTo("/");
        assertThat(events()).contains("recovery_code_used", "recovery_codes_made");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example", "javascript:alert(1)", "/{x}"})
    void theSecondStepLeadsToNoOtherHost(String to) {
        setUp(Role.VIEWER);

        assertThat(enter(halfway(), code(0), to).location()).isEqualTo("/");
    }

    @Test
    void removingItIsLoggedAndOnlyAPasswordIsNeededAgain() {
        setUp(Role.EDITOR);
        var browser = halfway();
        enter(browser, code(0), "/");

        browser.get("/account/second-factor");
        browser.post("/account/second-factor", Map.of("_method", "delete"));

        assertThat(onlyAPasswordIsNeeded()).isTrue();
        assertThat(events()).contains("second_factor_removed");
        assertThat(database.sql("select count(*) from auth_recovery_codes where profile_id = (select id from profiles where email = ?)").param(email).query(Integer.class).single()).isZero();
    }

    @Test
    void anAdminTakesItFromAColleagueButNotFromThemselves() {
        var own = TestPeople.join(database, Role.ADMIN, false);
        setUp(Role.AUTHOR);
        var admin = DeskBrowser.at(port);
        admin.signIn(own, TestPeople.PASSWORD);

        assertThat(admin.get("/staff/" + id(email)).text()).contains("Signs in with an authenticator app as well.");
        admin.post("/staff/" + id(email) + "/second-factor", Map.of("_method", "delete"));

        assertThat(admin.get("/staff/" + id(email)).text()).contains("Has no authenticator app.");
        assertThat(onlyAPasswordIsNeeded()).isTrue();
        assertThat(admin.post("/staff/" + id(own) + "/second-factor", Map.of("_method", "delete")).status()).isEqualTo(422);
        assertThat(database.sql("select count(*) from auth_audit_logs where event = 'second_factor_taken' and subject_id = ?::uuid").param(id(email)).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void whatIsDemandedOfAdminsHoldsAtOnceAndLocksNobodyOut() {
        var other = TestPeople.join(database, Role.ADMIN, false);
        var without = DeskBrowser.at(port);
        without.signIn(other, TestPeople.PASSWORD);
        without.get("/sign-in/ways/second-factor");
        assertThat(demand(without, true).status()).as("who has none does not demand one").isEqualTo(422);
        setUp(Role.ADMIN);
        var admin = halfway();
        enter(admin, code(0), "/");
        admin.get("/sign-in/ways/second-factor");
        assertThat(demand(admin, true).status()).isEqualTo(302);
        assertThat(admin.get("/account").status()).isEqualTo(200);
        assertThat(admin.post("/account/second-factor", Map.of("_method", "delete")).text()).contains("it cannot be removed");

        assertThat(without.get("/staff").location()).as("who was signed in already").isEqualTo("/sign-in/second-step?to=%2Fstaff");
        assertThat(without.get("/sign-in/second-step?to=%2Fstaff").text()).contains("Admins of this desk need a second factor.");
        var key = found(KEY, without.post("/sign-in/second-step/app", Map.of("to", "/staff")).body());
        assertThat(without.get("/account").location()).startsWith("/sign-in/second-step");
        var set = without.post("/sign-in/second-step/app", Map.of("_method", "put", "to", "/staff", "code", Totp.code(key, Totp.step(Instant.now()))));
        assertThat(recoveryCodes(set)).hasSize(10);
        assertThat(set.body()).contains("href=\"/staff\"");
        assertThat(without.get("/staff").status()).isEqualTo(200);

        var editor = TestPeople.join(database, Role.EDITOR, false);
        assertThat(DeskBrowser.at(port).signIn(editor, TestPeople.PASSWORD).location()).as("not of editors").isEqualTo("/");
    }

    private DeskBrowser somebody(Role role) {
        email = TestPeople.join(database, role, false);
        var browser = DeskBrowser.at(port);
        browser.signIn(email, TestPeople.PASSWORD);
        browser.get("/account/second-factor");
        return browser;
    }

    /** Somebody of that role with an app; their recovery codes. */
    private List<String> setUp(Role role) {
        var browser = somebody(role);
        browser.post("/account/second-factor/app", Map.of());
        secret = found(KEY, browser.get("/account/second-factor/app").body());
        var codes = recoveryCodes(browser.post("/account/second-factor/app", Map.of("_method", "put", "code", code(0))));
        forgetUses();
        database.sql("delete from auth_sessions where profile_id = ?::uuid").param(id(email)).update();
        return codes;
    }

    private DeskBrowser halfway() {
        var browser = DeskBrowser.at(port);
        assertThat(browser.signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/sign-in/second-step");
        browser.get("/sign-in/second-step");
        return browser;
    }

    private static DeskBrowser.Page enter(DeskBrowser browser, String code, String to) {
        return browser.post("/sign-in/second-step", Map.of("_method", "put", "code", code, "to", to));
    }

    private static DeskBrowser.Page recover(DeskBrowser browser, String code) {
        return browser.post("/sign-in/second-step", Map.of("_method", "put", "code", code, "recovery", ""));
    }

    private static DeskBrowser.Page demand(DeskBrowser browser, boolean on) {
        return browser.post("/sign-in/ways/second-factor", Map.of("_method", "put", "demanded", String.valueOf(on)));
    }

    private boolean onlyAPasswordIsNeeded() {
        return DeskBrowser.at(port).signIn(email, TestPeople.PASSWORD).location().equals("/");
    }

    private String code(int stepsAhead) {
        return Totp.code(secret, Totp.step(Instant.now()) + stepsAhead);
    }

    private void forgetUses() {
        database.sql("update auth_totp set last_step = 0 where profile_id = ?::uuid").param(id(email)).update();
    }

    private String id(String address) {
        return database.sql("select id::text from profiles where email = ?").param(address).query(String.class).single();
    }

    private List<String> events() {
        return database.sql("select event from auth_audit_logs where profile_id = ?::uuid and created_at > now() - interval '1 hour' order by id").param(id(email)).query(String.class).list();
    }

    private static List<String> recoveryCodes(DeskBrowser.Page page) {
        return RECOVERY_CODE.matcher(page.body()).results().map(code -> code.group(1)).toList();
    }

    private static String found(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }
}
