package app.maru.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import app.maru.identity.DeskBrowser;
import app.maru.identity.Role;
import app.maru.mail.MailArrives;
import app.maru.mail.TestMail;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = {"maru.demo=true", "maru.mail.send=true"})
class InvitationMailTests implements MailArrives {

    @LocalServerPort
    private int port;

    @Test
    void theLinkGoesByMailAndIsNotShown() {
        var email = UUID.randomUUID() + "@maru.example";
        var admin = DeskBrowser.signedIn(port, Role.ADMIN);
        admin.get("/staff");

        var page = admin.post("/staff", Map.of("name", "새 사람", "email", email, "role", "editor"));

        assertThat(page.text()).contains("새 사람 is invited", "The link goes to " + email);
        assertThat(page.body()).doesNotContain("/invitation?token");
        var mail = TestMail.await(email);
        assertThat(mail.subject()).isEqualTo("김민준 invites you to the desk");
        assertThat(DeskBrowser.at(port).get(mail.link()).text()).contains("You are invited as: Editor");
    }
}
