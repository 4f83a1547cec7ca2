package app.maru.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

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
import app.maru.mail.TestMail.Received;

/** Signing in by a link or a code that comes by mail. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class ByMailTests implements MailArrives {

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
    }

    @AfterEach
    void everyWayOn() {
        database.sql("update auth_ways set enabled = true").update();
    }

    @Test
    void aLinkSignsInOnceOnAnyDeviceAndLookingAtItUsesNothingUp() {
        assertThat(ask("link", email).location()).isEqualTo("/sign-in/code");
        var mail = TestMail.await(email);
        var phone = DeskBrowser.at(port);

        assertThat(phone.get(mail.link()).text()).contains("Press the button, and you are in.");
        assertThat(phone.get(mail.link()).header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(follow(phone, mail).location()).isEqualTo("/");
        assertThat(phone.get("/account").text()).contains(email);

        var thief = DeskBrowser.at(port);
        assertThat(thief.get(mail.link()).status()).isEqualTo(410);
        thief.get("/sign-in");
        assertThat(follow(thief, mail).status()).isEqualTo(410);
        assertThat(type(browser, mail.code()).status()).as("the code that came with it").isEqualTo(410);
        assertThat(thief.get("/account").location()).isEqualTo("/sign-in");
    }

    @Test
    void theCodeOfALinkSignsInWhereItWasAskedForAndEndsTheLink() {
        ask("link", email);
        var mail = TestMail.await(email);
        var elsewhere = DeskBrowser.at(port);
        elsewhere.get("/sign-in");
        assertThat(type(elsewhere, mail.code()).status()).as("a browser that did not ask").isEqualTo(410);

        assertThat(browser.get("/sign-in/code").text()).contains("Check your email");
        assertThat(type(browser, " " + mail.code().substring(0, 3) + " " + mail.code().substring(3)).location()).isEqualTo("/");
        assertThat(browser.get("/account").text()).contains(email);
        assertThat(DeskBrowser.at(port).get(mail.link()).status()).isEqualTo(410);
    }

    @Test
    void whoAskedForAPageGetsThere() {
        browser.get("/tasks?q=%ED%95%9C%EA%B8%80");
        ask("code", email);

        assertThat(type(browser, TestMail.await(email).code()).location()).isEqualTo("/tasks?q=%ED%95%9C%EA%B8%80");
        assertThat(browser.cookie("maru-code")).isEmpty();
        assertThat(browser.cookie("REDIRECT_URI")).isEmpty();
    }

    @Test
    void whatHasEndedLetsNobodyIn() {
        ask("link", email);
        var mail = TestMail.await(email);
        database.sql("update auth_magic_links set expires_at = now()").update();
        database.sql("update auth_otp_codes set expires_at = now()").update();

        assertThat(browser.get(mail.link()).status()).isEqualTo(410);
        browser.get("/sign-in");
        assertThat(follow(browser, mail).status()).isEqualTo(410);
        assertThat(type(browser, mail.code()).status()).isEqualTo(410);
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "%00", "' or ''='"})
    void anAlteredLinkLetsNobodyIn(String end) {
        ask("link", email);
        var mail = TestMail.await(email);

        assertThat(browser.get("/sign-in/link?token=" + (end.equals("x") ? mail.link().replaceFirst(".*token=", "").substring(1) : java.net.URLEncoder.encode(end, java.nio.charset.StandardCharsets.UTF_8))).status())
            .isEqualTo(410);
        browser.get("/sign-in");
        assertThat(browser.post("/sign-in/link", Map.of("_method", "put", "token", end)).status()).isEqualTo(410);
    }

    @Test
    void aWrongCodeIsTriedAFewTimesEachLaterThanTheOneBefore() {
        ask("code", email);
        var code = TestMail.await(email).code();
        var wrong = code.equals("000000") ? "000001" : "000000";

        assertThat(type(browser, wrong).text()).contains("This code is not right.");
        assertThat(throttled()).isEqualTo(1);
        assertThat(type(browser, code).text()).as("at once, though it is right").contains("very soon after the last try");
        for (int tried = 1; tried < 5; tried++) {
            database.sql("update auth_otp_codes set throttled_until = now()").update();
            assertThat(type(browser, wrong).status()).isEqualTo(422);
        }
        assertThat(throttled()).isEqualTo(16);
        database.sql("update auth_otp_codes set throttled_until = now()").update();
        assertThat(type(browser, code).status()).as("the sixth time").isEqualTo(410);
        assertThat(browser.get("/account").location()).isEqualTo("/sign-in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"link", "code"})
    void nobodyLearnsWhoHasAnAccount(String way) {
        var suspended = TestPeople.join(database, Role.EDITOR, false);
        database.sql("update profiles set status = 'suspended' where email = ?").param(suspended).update();
        var known = ask(way, email);
        for (var other : List.of("nobody@maru.example", suspended, email.replace("k", "\u212A").replace("maru", "MARU\u200B"), "no address", "a@b.example\r\nBcc: " + email)) {
            var stranger = DeskBrowser.at(port);
            stranger.get("/sign-in");
            var unknown = stranger.post("/sign-in/" + way, Map.of("email", other));

            assertThat(unknown.status()).as(other).isEqualTo(known.status());
            assertThat(unknown.location()).isEqualTo(known.location());
            assertThat(stranger.get("/sign-in/code").text()).isEqualTo(browser.get("/sign-in/code").text());
            assertThat(type(stranger, "000000").text()).contains("This code is not right.");
            assertThat(database.sql("select count(*) from mail_outbox where recipient in (:other, 'nobody@localhost')").param("other", other).query(Integer.class).single()).isZero();
        }
        assertThat(database.sql("select count(*) from auth_otp_codes where target = ''").query(Integer.class).single()).isGreaterThanOrEqualTo(5);
    }

    @Test
    void theMailGoesToTheAddressThatIsKnownNotToTheOneThatWasTyped() {
        ask("code", email.toUpperCase());

        assertThat(TestMail.await(email).code()).hasSize(6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMailIsNotAskedForAgainAndAgainWhetherSomebodyHasTheAddressOrNot(boolean known) {
        var asked = known ? email : "nobody-at-all@maru.example";
        for (int times = 0; times < 5; times++) {
            assertThat(ask("code", asked).status()).isEqualTo(302);
        }
        var refused = ask("code", asked);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("There were too many tries.");
    }

    @Test
    void aWayThatIsOffLetsNobodyInEvenWithWhatWasSentBefore() {
        ask("link", email);
        var mail = TestMail.await(email);
        database.sql("update auth_ways set enabled = false where way = 'magic_link'").update();

        assertThat(browser.get(mail.link()).status()).isEqualTo(410);
        assertThat(type(browser, mail.code()).status()).isEqualTo(410);
        assertThat(browser.get("/sign-in/link").location()).isEqualTo("/sign-in");
        assertThat(ask("link", email).location()).isEqualTo("/sign-in");
        assertThat(browser.get("/sign-in").text()).contains("Email me a code").doesNotContain("Email me a link");
    }

    @Test
    void everyStepIsInTheLogAndNothingThatLetsInIsKept() {
        ask("link", email);
        var mail = TestMail.await(email);
        type(browser, "x");
        database.sql("update auth_otp_codes set throttled_until = null").update();
        type(browser, mail.code());

        assertThat(database.sql("select event from auth_audit_logs l join profiles p on p.id = l.profile_id where p.email = ? order by l.id").param(email).query(String.class).list())
            .containsExactly("magic_link_sent", "login_failure", "otp_verified", "login_success");
        var token = mail.link().replaceFirst(".*token=", "");
        for (var table : List.of("auth_magic_links", "auth_otp_codes", "mail_outbox", "auth_audit_personal")) {
            assertThat(database.sql("select coalesce(string_agg(t::text, ' '), '') from " + table + " t").query(String.class).single()).as(table).doesNotContain(token);
        }
        assertThat(database.sql("select code from mail_outbox where recipient = ?").param(email).query(String.class).list()).containsOnlyNulls();
    }

    @Test
    void theMailIsInTheLanguageOfWhoReadsIt() {
        browser.sending("Accept-Language", "ko");
        ask("link", email);
        assertThat(TestMail.await(email).subject()).isEqualTo("Maru 로그인 링크");

        database.sql("update staff set locale = 'en' where profile_id = (select id from profiles where email = ?)").param(email).update();
        ask("code", email);
        assertThat(TestMail.await(email, 1).subject()).isEqualTo("Your code to sign in to Maru");
    }

    private int throttled() {
        return database.sql("select round(extract(epoch from throttled_until - updated_at))::int from auth_otp_codes where target = ?").param(email).query(Integer.class).single();
    }

    private Page ask(String way, String address) {
        browser.get("/sign-in");
        return browser.post("/sign-in/" + way, Map.of("email", address));
    }

    private static Page follow(DeskBrowser from, Received mail) {
        return from.post("/sign-in/link", Map.of("_method", "put", "token", mail.link().replaceFirst(".*token=", "")));
    }

    private static Page type(DeskBrowser from, String code) {
        return from.post("/sign-in/code", Map.of("_method", "put", "code", code));
    }
}
