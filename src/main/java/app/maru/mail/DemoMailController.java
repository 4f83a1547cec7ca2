package app.maru.mail;

import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.server.ResponseStatusException;

import app.maru.identity.Open;

/** What a demo without a mail server would have sent: it runs for one person, on their own machine. */
@Open
@Controller
@ConditionalOnBooleanProperty("maru.demo")
class DemoMailController {

    private static final int SHOWN = 20;

    private final Outbox outbox;
    private final Writing writing;
    private final MailServer server;

    DemoMailController(Outbox outbox, Writing writing, MailServer server) {
        this.outbox = outbox;
        this.writing = writing;
        this.server = server;
    }

    /** A mail with its words. */
    record Shown(Mail mail, Writing.Words words) {}

    @GetMapping("/demo/mail")
    String mails(Model model) {
        if (server.isReady()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("mails", outbox.waiting(SHOWN).stream().map(mail -> new Shown(mail, writing.words(mail.letter()))).toList());
        return "mail/demo";
    }
}
