package app.maru.privacy;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Crumb;
import app.maru.desk.Input;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.privacy.Erasing.Outcome;

/** What is kept of somebody, for admins: to give it away, and to erase it. */
@Controller
@RequestMapping("/profiles/{id}/personal-data")
@Requires(Right.ADMINISTER)
class PersonalDataController {

    private final Subjects subjects;
    private final Erasing erasing;
    private final Archive archive;

    PersonalDataController(Subjects subjects, Erasing erasing, Archive archive) {
        this.subjects = subjects;
        this.erasing = erasing;
        this.archive = archive;
    }

    @GetMapping
    String page(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model) {
        return page(subjects.known(id), "", person, model);
    }

    @ProvedLately
    @GetMapping("/zip")
    void zip(@PathVariable UUID id, Locale language, HttpServletResponse response) throws IOException {
        archive.send(subjects.known(id), language, response);
    }

    @ProvedLately
    @DeleteMapping
    String erase(@PathVariable UUID id, @RequestParam(defaultValue = "") String email, @AuthenticationPrincipal Person person, HttpServletResponse response, Model model, RedirectAttributes next) {
        var subject = subjects.known(id);
        var outcome = erasing.erase(subject, email, person);
        if (outcome == Outcome.ERASED) {
            next.addFlashAttribute("toast", Toast.saying("privacy.erased", erasing.pseudonym(subject)));
            return "redirect:/profiles";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("refused", outcome.key());
        return page(subject, email, person, model);
    }

    private String page(Subject subject, String typed, Person person, Model model) {
        var parts = subjects.parts(subject);
        model.addAttribute("subject", subject).addAttribute("self", subject.id().equals(person.id())).addAttribute("pseudonym", erasing.pseudonym(subject))
            .addAttribute("goes", parts.stream().filter(part -> !part.holding().fate().isKept()).toList())
            .addAttribute("stays", parts.stream().filter(part -> part.holding().fate().isKept()).toList())
            .addAttribute("confirmation", Input.of("line", "email", "privacy.confirm", typed).help("privacy.confirm.help"))
            .addAttribute("crumbs", List.of(new Crumb("/profiles/" + subject.id(), subject.title())));
        return "privacy/personal-data";
    }
}
