package app.maru.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;

/** A demo without a mail server. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
class MailScreenTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Outbox outbox;
    @Autowired
    private JdbcClient database;

    @BeforeEach
    void nothingWaits() {
        database.sql("delete from mail_outbox").update();
    }

    @Test
    void theDeskSaysThatThereIsNoServerAndShowsWhatItWouldSend() {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        assertThat(admin.get("/mail").text()).contains("No mail server is set up", "spring.mail.host", "See what would be sent").doesNotContain("Send me a test mail");
        admin.post("/mail/tests", Map.of());

        var anybody = DeskBrowser.at(port);
        assertThat(anybody.get("/demo/mail").text()).contains("admin@maru.example", "Mail from Maru arrives", "people get their mail from this desk");
    }

    @Test
    void theLinkOfAMailIsShownUntilItEnds() {
        outbox.post(Letter.to("viewer@maru.example", Locale.ENGLISH, "test").about("오하린").withCode("314159", Instant.now().plus(Duration.ofMinutes(5))));
        assertThat(DeskBrowser.at(port).get("/demo/mail").text()).contains("314159");

        database.sql("update mail_outbox set good_until = now()").update();
        assertThat(DeskBrowser.at(port).get("/demo/mail").text()).doesNotContain("314159").contains("Nothing has been sent yet.");
    }

    @ParameterizedTest
    @CsvSource({"/mail, ko, 390, true", "/mail, en, 1280, false", "/demo/mail, ko, 390, false", "/demo/mail, en, 1280, true"})
    void everybodyCanReadAndUseThePage(String path, String language, int width, boolean dark) {
        outbox.post(Letter.to("viewer@maru.example", Locale.of(language), "test").about("오하린").withCode("314159", Instant.now().plus(Duration.ofMinutes(5))));
        outbox.post(Letter.to("a-very-long-address-of-somebody@department.of.a.company.example", Locale.of(language), "test").about("오하린"));
        database.sql("update mail_outbox set state = 'failed', error = '550 5.1.1 no such person here', attempt_count = 3 where code is null").update();
        database.sql("update mail_outbox set attempt_count = 1, error = 'Could not connect' where code is not null").update();
        try (var browser = Browser.at(port).sized(width, 844)) {
            SignInPage.openedIn(browser).signInAs(Role.ADMIN);
            browser.speaking(language);
            if (dark) {
                browser.dark();
            }
            browser.open(path);

            assertThat(browser.accessibilityProblems()).isEmpty();
            assertThat(browser.overflow()).isZero();
            assertThat(browser.all(By.cssSelector("main h1"))).hasSize(1);
        }
    }
}
