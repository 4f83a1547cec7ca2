package app.maru.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;

/** What becomes of a letter; here nobody sends but the test. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.base-url=https://desk.maru.example/"})
class OutboxTests implements MailArrives {

    private static final String LINK = "https://desk.maru.example/there?token=secret-of-the-link";

    @LocalServerPort
    private int port;
    @Autowired
    private Outbox outbox;
    @Autowired
    private Postman postman;
    @Autowired
    private Writing writing;
    @Autowired
    private JavaMailSenderImpl sender;
    @Autowired
    private TransactionTemplate transaction;
    @Autowired
    private JdbcClient database;
    private String recipient;

    @BeforeEach
    void nothingWaits() {
        database.sql("delete from mail_outbox").update();
        sender.setPort(TestMail.port());
        recipient = UUID.randomUUID() + "@maru.example";
    }

    @Test
    void aLetterIsSentWithWhatItTellsOrNotAtAll() throws Exception {
        transaction.executeWithoutResult(undone -> {
            outbox.post(letter());
            undone.setRollbackOnly();
        });
        assertThat(postman.takeNext()).isFalse();

        outbox.post(letter());
        assertThat(postman.takeNext()).isTrue();
        assertThat(postman.takeNext()).isFalse();

        var mail = TestMail.all(recipient).getFirst();
        assertThat(mail.subject()).isEqualTo("Maru에서 보낸 메일이 도착했어요");
        assertThat(mail.message().getFrom()[0]).hasToString("=?UTF-8?B?66eI66Oo?= <desk@maru.example>");
        assertThat(mail.header("Message-ID")).isEqualTo("<" + database.sql("select mail_id from mail_outbox").query(String.class).single() + "@maru.example>");
        assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(mail.text()).contains("한지우 님, 이 메일이 보인다면", "인증 코드: 481516", LINK, "Maru · https://desk.maru.example/");
        assertThat(mail.html()).contains("<html lang=\"ko\"", "한지우 님", "481516", "href=\"" + LINK + "\"").doesNotContain("th:text");
    }

    @Test
    void aPretendedLetterIsNone() {
        outbox.post(letter(), false);

        assertThat(database.sql("select count(*) from mail_outbox").query(Integer.class).single()).isZero();
    }

    @Test
    void linkAndCodeAreForgottenOnceTheMailHasGone() {
        outbox.post(letter());
        postman.takeNext();

        assertThat(database.sql("select mail_outbox::text from mail_outbox").query(String.class).single()).contains("sent").doesNotContain("secret-of-the-link", "481516");
        assertThatThrownBy(() -> database.sql("update mail_outbox set link = 'kept'").update()).isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void whatNobodyCouldSendForgetsThemWhenTheyEnd() {
        outbox.post(letter());
        database.sql("update mail_outbox set good_until = now() - interval '1 second'").update();
        outbox.forgetSecrets(Postman.TOO_LATE);

        assertThat(row()).containsEntry("state", "failed").containsEntry("error", "too-late").containsEntry("link", null).containsEntry("code", null);
    }

    @Test
    void whatIsTooLateIsNotSent() {
        outbox.post(letter());
        database.sql("update mail_outbox set good_until = now()").update();

        assertThat(postman.takeNext()).isTrue();
        assertThat(row()).containsEntry("state", "failed").containsEntry("error", "too-late");
        assertThat(TestMail.all(recipient)).isEmpty();
    }

    @Test
    void aServerThatIsAwayIsTriedAgainAfterAWhile() {
        outbox.post(letter());
        sender.setPort(1);
        postman.takeNext();
        assertThat(row()).containsEntry("state", "waiting").containsEntry("attempt_count", 1).containsEntry("link", LINK);
        assertThat(database.sql("select extract(epoch from next_attempt_at - updated_at)::int from mail_outbox").query(Integer.class).single()).isEqualTo(30);
        assertThat(postman.takeNext()).as("before its time").isFalse();

        sender.setPort(TestMail.port());
        database.sql("update mail_outbox set next_attempt_at = now()").update();
        postman.takeNext();
        assertThat(row()).containsEntry("state", "sent").containsEntry("attempt_count", 2).containsEntry("error", "");
        assertThat(TestMail.all(recipient)).hasSize(1);
    }

    @Test
    void afterTheLastAttemptItHasFailedUntilAnAdminHasItTriedAgain() {
        outbox.post(letter());
        database.sql("update mail_outbox set attempt_count = 8").update();
        sender.setPort(1);
        postman.takeNext();
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        assertThat(admin.get("/mail?state=failed").text()).contains("Not sent", recipient, "Try again").doesNotContain("secret-of-the-link", "481516");
        assertThat(admin.get("/").text()).as("what failed, on the dashboard").contains("Test mail", recipient);

        sender.setPort(TestMail.port());
        assertThat(admin.post("/mail/" + row().get("mail_id") + "/attempts", Map.of()).location()).isEqualTo("/mail");
        assertThat(admin.get("/mail").text()).contains("It is tried again now.");
        postman.takeNext();
        assertThat(TestMail.all(recipient)).hasSize(1);
        assertThat(admin.post("/mail/" + row().get("mail_id") + "/attempts", Map.of()).location()).isEqualTo("/mail");
        assertThat(admin.get("/mail?state=sent").text()).contains("It is too late for that");
    }

    @Test
    void twoNodesSendEachMailOnce() throws Exception {
        IntStream.range(0, 30).forEach(one -> outbox.post(letter()));
        Callable<Void> node = () -> {
            while (postman.takeNext()) {
                Thread.onSpinWait();
            }
            return null;
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var done : nodes.invokeAll(List.of(node, node))) {
                done.get();
            }
        }
        assertThat(TestMail.all(recipient)).hasSize(30).extracting(mail -> mail.header("Message-ID")).doesNotHaveDuplicates();
    }

    @Test
    void whatANodeHoldsThatDiesAnotherSends() {
        outbox.post(letter());
        transaction.executeWithoutResult(dies -> {
            assertThat(outbox.nextDue()).isPresent();
            assertThat(elsewhere(postman::takeNext)).isFalse();
            dies.setRollbackOnly();
        });
        assertThat(postman.takeNext()).isTrue();
        assertThat(TestMail.all(recipient)).hasSize(1);
    }

    @Test
    void nothingInANameBecomesAHeaderOrMarkup() throws Exception {
        outbox.post(Letter.to(recipient, Locale.ENGLISH, "test").about("Kim\r\nBcc: all@maru.example\r\n\r\n<b onclick='x'>bold</b> {0}", "there"));
        postman.takeNext();

        var mail = TestMail.all(recipient).getFirst();
        assertThat(mail.header("Bcc")).isEmpty();
        assertThat(mail.message().getAllRecipients()).hasSize(1);
        assertThat(mail.html()).contains("&lt;b onclick=").doesNotContain("<b onclick");
    }

    @Test
    void anAdminHasAMailSentToThemselves() {
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        assertThat(admin.get("/mail").text()).contains("Sent through 127.0.0.1, from 마루 <desk@maru.example>.".replace("<", "&lt;").replace(">", "&gt;"));
        admin.post("/mail/tests", Map.of());
        postman.takeNext();

        assertThat(admin.get("/mail").text()).contains("A test mail is on its way to admin@maru.example.");
        assertThat(TestMail.all("admin@maru.example").getLast().subject()).isEqualTo("Mail from Maru arrives");
        assertThat(admin.get("/demo/mail").status()).as("with a server, nobody reads the mail of others").isEqualTo(404);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyLetterIsWrittenInBothLanguages(String kind) {
        for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            var written = writing.write(new Letter(recipient, language, kind, null, List.of("한지우", "two", "three"), hasButton(kind) ? LINK : null, "481516", Instant.MAX));

            assertThat(written.subject()).isNotBlank().doesNotContain("{", "??");
            assertThat(written.text()).contains("481516").doesNotContain("{", "[(");
            assertThat(written.html()).contains("481516", "<html lang=\"" + language + "\"").doesNotContain("{0", "th:text", "??");
            assertThat(written.text().contains(LINK) && written.html().contains(LINK)).isEqualTo(hasButton(kind));
        }
    }

    static Stream<String> kinds() throws IOException {
        return keys().filter(key -> key.startsWith("mail.letter.") && key.endsWith(".subject")).map(key -> key.replaceFirst("^mail\\.letter\\.", "").replaceFirst("\\.subject$", ""));
    }

    private static boolean hasButton(String kind) {
        try {
            return keys().anyMatch(("mail.letter." + kind + ".button")::equals);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<String> keys() throws IOException {
        return Files.readAllLines(Path.of("src/main/resources/messages.properties")).stream().map(line -> line.replaceFirst("=.*", ""));
    }

    private Letter letter() {
        return Letter.to(recipient, Locale.KOREAN, "test").about("한지우").withCode("481516", Instant.now().plus(Duration.ofHours(1))).leadingTo(LINK, Instant.now().plus(Duration.ofHours(1)));
    }

    private Map<String, Object> row() {
        return database.sql("select * from mail_outbox").query().singleRow();
    }

    private static <T> T elsewhere(Callable<T> act) {
        try (var other = Executors.newSingleThreadExecutor()) {
            return other.submit(act).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
