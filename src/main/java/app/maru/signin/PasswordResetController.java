package app.maru.signin;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Open;
import app.maru.identity.Origin;
import app.maru.identity.OwnAccount;
import app.maru.limits.Limit;
import app.maru.limits.Limits;
import app.maru.limits.TooMany;
import app.maru.mail.MailServer;

/** A new password for who has forgotten theirs: a link by mail, and behind it the form. */
@Open
@Controller
@RequestMapping("/sign-in/reset")
class PasswordResetController {

    private final PasswordReset reset;
    private final Ways ways;
    private final Limits limits;
    private final MailServer mail;

    PasswordResetController(PasswordReset reset, Ways ways, Limits limits, MailServer mail) {
        this.reset = reset;
        this.ways = ways;
        this.limits = limits;
        this.mail = mail;
    }

    @GetMapping
    String ask(Model model) {
        model.addAttribute("way", "reset");
        return ways.canReset() ? "signin/ask" : "redirect:/sign-in";
    }

    @GetMapping(params = "sent")
    String sent() {
        return "signin/sent";
    }

    @PostMapping
    String send(@RequestParam(defaultValue = "") String email, Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!ways.canReset()) {
            return "redirect:/sign-in";
        }
        var typed = email.strip();
        var origin = Origin.of(request);
        if (typed.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(model.addAttribute("failed", "email"));
        }
        var taken = limits.take(Limit.MAILS_TO_ACCOUNT, typed, Limit.MAILS_FROM_ADDRESS, origin);
        if (!taken.granted()) {
            TooMany.tell(taken.pause(), response, model);
            return ask(model.addAttribute("email", typed).addAttribute("failed", "too-many"));
        }
        reset.ask(typed, language, origin);
        return "redirect:/sign-in/reset?sent";
    }

    @GetMapping(params = "token")
    String form(@RequestParam String token, Model model, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        var person = ways.canReset() ? reset.whose(token).orElse(null) : null;
        if (person == null) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("what", "reset").addAttribute("again", "/sign-in/reset");
            return "signin/gone";
        }
        model.addAttribute("token", token).addAttribute("email", person.email()).addAttribute("shortest", OwnAccount.SHORTEST_PASSWORD);
        return "signin/reset";
    }

    /** A password that was refused is not sent back, and the link goes on working. */
    @PutMapping
    String set(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String password, Locale language, HttpServletRequest request,
               HttpServletResponse response, Model model) {
        var complaint = reset.whose(token).map(person -> reset.complaint(person, password)).orElse("");
        if (!complaint.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("complaint", complaint);
            return form(token, model, response);
        }
        return ways.canReset() && reset.set(token, password, language, Origin.of(request)) ? "redirect:/sign-in?reset" : form("", model, response);
    }

    @ModelAttribute
    void demo(Model model) {
        model.addAttribute("shownInstead", mail.isShownInstead());
    }
}
