package app.maru.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.identity.TestPeople;
import app.maru.mail.MailArrives;
import app.maru.mail.TestMail;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class NewDeviceTests implements MailArrives {

    private static final String OFFICE = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/142.0.0.0 Safari/537.36";
    private static final String NEWER = "Mozilla/5.0 (Windows NT 11.0; Win64; x64) Chrome/143.0.0.0 Safari/537.36";
    private static final String PHONE = "Mozilla/5.0 (Linux; Android 15) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36";

    @LocalServerPort
    private int port;
    @Autowired
    private JdbcClient database;

    @Test
    void peopleAreToldOfADeviceTheyHaveNotUsedBefore() {
        var email = TestPeople.join(database, Role.EDITOR, false);
        signIn(email, OFFICE);
        signIn(email, NEWER);
        assertThat(posted(email)).as("the first one, and the same with a newer browser").isZero();

        signIn(email, PHONE);

        var mail = TestMail.await(email);
        assertThat(mail.subject()).isEqualTo("You signed in with a new device");
        assertThat(mail.text()).contains("Samsung Internet, Android", "127.0.0.1", "/account");
        signIn(email, PHONE);
        signIn(email, OFFICE);
        assertThat(posted(email)).as("once").isEqualTo(1);
    }

    private int posted(String email) {
        return database.sql("select count(*) from mail_outbox where recipient = ?").param(email).query(Integer.class).single();
    }

    private void signIn(String email, String userAgent) {
        assertThat(DeskBrowser.at(port).sending("User-Agent", userAgent).signIn(email, TestPeople.PASSWORD).location()).isEqualTo("/");
    }
}
