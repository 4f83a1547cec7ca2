package app.maru.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Origin;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;
import app.maru.identity.TooManyTries;
import app.maru.mail.MailArrives;
import app.maru.mail.TestMail;

/** What lets people in stands in no log, and is not found by trying. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class SecretsTests implements MailArrives {

    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final Logger OURS = (Logger) LoggerFactory.getLogger("app.maru");

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;
    @Autowired
    private PasswordSignIn passwords;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Level before = ROOT.getLevel();
    private String email;

    @BeforeEach
    void everythingIsLogged() {
        database.sql("delete from auth_limits").update();
        email = TestPeople.join(database, Role.EDITOR, false);
        log.start();
        ROOT.addAppender(log);
        ROOT.setLevel(Level.INFO);
        OURS.setLevel(Level.TRACE);
    }

    @AfterEach
    void asBefore() {
        ROOT.detachAppender(log);
        ROOT.setLevel(before);
        OURS.setLevel(null);
    }

    @Test
    void nothingThatLetsSomebodyInIsLogged() {
        var secrets = new ArrayList<>(List.of(TestPeople.PASSWORD, "a quite wrong password", "nine quiet autumn hills"));
        var browser = DeskBrowser.at(port);
        browser.signIn(email, "a quite wrong password");
        browser.signIn(email, TestPeople.PASSWORD);
        secrets.add(browser.cookie("maru-session").orElseThrow());
        secrets.add(browser.cookie("maru-device").orElseThrow());

        var byMail = DeskBrowser.at(port);
        byMail.get("/sign-in");
        byMail.post("/sign-in/link", Map.of("email", email));
        var mail = TestMail.await(email);
        secrets.add(mail.link().replaceFirst(".*token=", ""));
        secrets.add(mail.code());
        secrets.add(byMail.cookie("maru-code").orElseThrow());
        byMail.get(mail.link());
        byMail.post("/sign-in/link", Map.of("_method", "put", "token", "x"));
        byMail.post("/sign-in/code", Map.of("_method", "put", "code", mail.code()));

        var forgetful = DeskBrowser.at(port);
        forgetful.get("/sign-in");
        forgetful.post("/sign-in/reset", Map.of("email", email));
        var reset = TestMail.await(email, 1).link().replaceFirst(".*token=", "");
        secrets.add(reset);
        forgetful.get("/sign-in/reset?token=" + reset);
        forgetful.post("/sign-in/reset", Map.of("_method", "put", "token", reset, "password", "nine quiet autumn hills"));

        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/tokens");
        var token = admin.post("/tokens", Map.of("name", "Proof", "scope", "metrics-write", "days", "30")).body().replaceFirst("(?s).*(maru_[A-Za-z0-9_-]{43}).*", "$1");
        secrets.add(token);
        admin.get("/staff");
        var invited = admin.post("/staff", Map.of("name", "New", "email", UUID.randomUUID() + "@maru.example", "role", "viewer"));
        assertThat(invited.status()).isEqualTo(200);

        LoggerFactory.getLogger("app.maru.proof").info("the log is listened to");
        var said = log.list.stream().map(event -> event.getFormattedMessage() + (event.getThrowableProxy() == null ? "" : event.getThrowableProxy().getMessage())).toList();
        assertThat(said).contains("the log is listened to");
        assertThat(secrets).hasSize(10).allSatisfy(secret -> assertThat(said).noneMatch(line -> line.contains(secret)));
    }

    @Test
    void aThousandWrongPasswordsAreRefusedAndLoggedAndFewAreLookedAt() throws Exception {
        var account = UUID.randomUUID() + "@maru.example";
        var tries = new ArrayList<Callable<Boolean>>();
        for (int guess = 0; guess < 1000; guess++) {
            var guessed = "guess number " + guess;
            var from = new Origin("10.%d.0.1".formatted(guess % 50), null);
            tries.add(() -> lookedAt(account, guessed, from));
        }
        int looked = 0;
        try (var attackers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : attackers.invokeAll(tries)) {
                looked += answer.get() ? 1 : 0;
            }
        }

        assertThat(looked).isBetween(1, 20);
        assertThat(database.sql("select count(*) from auth_audit_logs join auth_audit_personal using (log_id) where event = 'login_failure' and email = ?").param(account).query(Integer.class).single()).isEqualTo(1000);
    }

    private boolean lookedAt(String account, String guess, Origin from) {
        try {
            assertThat(passwords.proved(account, guess, from)).isEmpty();
            return true;
        } catch (TooManyTries refused) {
            return false;
        }
    }
}
