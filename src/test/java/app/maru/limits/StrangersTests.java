package app.maru.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Doorstep;
import app.maru.identity.Origin;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;
import app.maru.mail.MailArrives;
import app.maru.mail.TestMail;

/** How often strangers may try, and that whoever is known is none. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class StrangersTests implements MailArrives {

    private static final String HOME = "127.0.4.1";
    private static final String ELSEWHERE = "127.0.4.2";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private DataSource pool;
    @Autowired
    private Acquaintances acquaintances;
    @Autowired
    private Doorstep doorstep;
    @Autowired
    private Limits limits;
    private String email;
    private DeskBrowser own;

    @BeforeEach
    void somebodyWhoHasSignedInAtHome() {
        database.sql("delete from auth_limits").update();
        database.sql("delete from auth_known_networks").update();
        email = TestPeople.join(database, Role.EDITOR, false);
        own = DeskBrowser.at(port, HOME);
        assertThat(own.signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void nobodyIsLockedOutFromOutside() {
        var attacker = DeskBrowser.at(port, ELSEWHERE);
        guess(attacker, email, 10);
        var refused = attacker.signIn(email, TestPeople.PASSWORD);

        assertThat(refused.status()).as("also with the right password").isEqualTo(429);
        assertThat(refused.text()).contains("There were too many tries. Wait 2 minutes, then try again.");
        assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(60, 91);
        assertThat(DeskBrowser.at(port, HOME).signIn(email, TestPeople.PASSWORD).location()).as("with a new browser from where they have been").isEqualTo("/");
        assertThat(elsewhereWithTheOwnBrowser().signIn(email, TestPeople.PASSWORD).location()).as("with their own browser from the attacker's network").isEqualTo("/");
    }

    @Test
    void whoSharesANetworkLocksNobodyOutOfTheirOwnBrowser() {
        guess(DeskBrowser.at(port, HOME), email, 10);

        assertThat(DeskBrowser.at(port, HOME).signIn(email, TestPeople.PASSWORD).status()).isEqualTo(429);
        assertThat(own.post("/sign-out", Map.of()).location()).startsWith("/sign-in");
        assertThat(own.signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
    }

    @Test
    void whetherSomebodyHasAnAccountMakesNoDifference() {
        var unknown = UUID.randomUUID() + "@maru.example";
        for (var address : new String[] {email, unknown}) {
            var attacker = DeskBrowser.at(port, ELSEWHERE);
            guess(attacker, address, 10);
            assertThat(attacker.signIn(address, "guess").status()).isEqualTo(429);
            assertThat(DeskBrowser.at(port, HOME).signIn(address, "guess").status()).as("from where somebody has been").isEqualTo(422);
        }
    }

    @Test
    void thePersonIsToldOfManyFailedTriesOnceADay() {
        var attacker = DeskBrowser.at(port, ELSEWHERE);
        guess(attacker, email, 9);
        assertThat(database.sql("select count(*) from mail_outbox where recipient = ? and kind = 'failed-tries'").param(email).query(Integer.class).single()).isZero();
        guess(attacker, email, 1);
        guess(DeskBrowser.at(port, HOME), email, 1);

        var mail = TestMail.await(email);
        assertThat(mail.subject()).isEqualTo("Somebody tries to sign in to Maru as you");
        assertThat(mail.link()).isEqualTo("/sign-in/reset");
        assertThat(database.sql("select count(*) from mail_outbox where recipient = ? and kind = 'failed-tries'").param(email).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void aBrowserIsKnownByASecretOfOursAlone() {
        var planted = DeskBrowser.at(port, HOME);
        planted.plant("maru-device", "x".repeat(43));
        planted.signIn(email, TestPeople.PASSWORD);

        assertThat(planted.cookie("maru-device")).isPresent().isNotEqualTo(Optional.of("x".repeat(43)));
        assertThat(database.sql("select string_agg(d::text, ' ') from auth_known_devices d").query(String.class).single()).doesNotContain(planted.cookie("maru-device").orElseThrow());
        var same = own.cookie("maru-device");
        own.post("/sign-out", Map.of());
        own.signIn(email, TestPeople.PASSWORD);
        assertThat(own.cookie("maru-device")).isEqualTo(same);
    }

    @Test
    void thePresentPasswordIsNotGuessedOnTheOwnPageEither() {
        own.get("/account");
        for (int guess = 0; guess < 10; guess++) {
            assertThat(change("guess number " + guess).status()).isEqualTo(422);
        }
        var refused = change(TestPeople.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("Retry-After")).isNotEmpty();
        assertThat(refused.text()).contains("There were too many tries.");
        assertThat(DeskBrowser.at(port, HOME).signIn(email, TestPeople.PASSWORD).location()).as("the password is as it was").isEqualTo("/");
    }

    @Test
    void nodesCountTogetherAndANetworkIsOneAddress() {
        var other = new Limits(pool, acquaintances, doorstep, Clock.systemUTC());
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

    @Test
    void whatIsGivenBackWasNotTaken() {
        var account = UUID.randomUUID().toString();
        for (int times = 0; times < 15; times++) {
            var taken = limits.take(Limit.GUESSES_AT_ACCOUNT, account, Limit.GUESSES_FROM_ADDRESS, new Origin("10.0.1.1", null));
            assertThat(taken.granted()).isTrue();
            limits.giveBack(taken);
        }
    }

    private Page change(String present) {
        return own.post("/account/password", Map.of("_method", "put", "present", present, "wanted", "nine quiet autumn hills"));
    }

    private DeskBrowser elsewhereWithTheOwnBrowser() {
        var browser = DeskBrowser.at(port, ELSEWHERE);
        browser.plant("maru-device", own.cookie("maru-device").orElseThrow());
        return browser;
    }

    private static void guess(DeskBrowser from, String email, int times) {
        for (int guess = 0; guess < times; guess++) {
            assertThat(from.signIn(email, "guess number " + guess).status()).isEqualTo(422);
        }
    }
}
