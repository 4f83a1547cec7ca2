package app.maru.mail;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.identity.DeskAddress;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The mails of the desk: whether they can be sent, and what became of each; what they say is nobody else's to read. */
@Controller
@RequestMapping("/mail")
@Requires(Right.ADMINISTER)
class MailController {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Outbox outbox;
    private final MailServer server;
    private final DeskAddress desk;
    private final Clock clock;

    MailController(Outbox outbox, MailServer server, DeskAddress desk, Clock clock) {
        this.outbox = outbox;
        this.server = server;
        this.desk = desk;
        this.clock = clock;
    }

    /** A mail as it is listed. */
    record Row(Mail mail, boolean canBeTried, boolean tooLate) {}

    @GetMapping
    String mails(@RequestParam(defaultValue = "") String state, @RequestParam(required = false) @Nullable UUID after, Model model) {
        var chosen = List.of(Mail.State.values()).stream().filter(one -> one.key().equals(state)).findFirst().orElse(null);
        var found = outbox.page(chosen, after);
        var rows = found.stream().limit(Outbox.PAGE).map(mail -> new Row(mail, mail.canBeTried(clock.instant()), mail.error().equals(Postman.TOO_LATE))).toList();
        model.addAttribute("rows", rows).addAttribute("server", server).addAttribute("state", chosen == null ? "" : chosen.key()).addAttribute("states", List.of(Mail.State.values()))
            .addAttribute("older", found.size() > Outbox.PAGE ? rows.getLast().mail.id() : null).addAttribute("first", after == null).addAttribute("crumbs", List.of());
        return "mail/outbox";
    }

    /** Proves that mail arrives, by one to whoever asks. */
    @PostMapping("/tests")
    String test(@AuthenticationPrincipal Person person, Locale language, RedirectAttributes next) {
        if (Letter.canReach(person.email())) {
            outbox.post(Letter.to(person.email(), language, "test").concerning(person.id()).about(person.name()).leadingTo(desk.of("/"), clock.instant().plus(A_DAY)));
            next.addFlashAttribute("toast", Toast.saying("mail.test.posted", person.email()));
        }
        return "redirect:/mail";
    }

    @PostMapping("/{id}/attempts")
    String tryAgain(@PathVariable UUID id, RedirectAttributes next) {
        next.addFlashAttribute("toast", Toast.saying(outbox.retry(id) ? "mail.retry.posted" : "mail.retry.too-late"));
        return "redirect:/mail";
    }
}
