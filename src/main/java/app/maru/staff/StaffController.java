package app.maru.staff;

import java.util.List;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.desk.Input;
import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.identity.Role;

/** Everybody of the staff, an invitation for another, and who may do what. */
@ProvedLately
@Controller
@RequestMapping("/staff")
@Requires(Right.ADMINISTER)
class StaffController {

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)+");

    private final Staff staff;
    private final Staffing staffing;
    private final Welcome welcome;
    private final MessageSource messages;

    StaffController(Staff staff, Staffing staffing, Welcome welcome, MessageSource messages) {
        this.staff = staff;
        this.staffing = staffing;
        this.welcome = welcome;
        this.messages = messages;
    }

    /** What somebody typed who invites. */
    private record Wish(String name, String email, String role) {}

    @GetMapping
    String all(Model model) {
        return page(new Wish("", "", Role.AUTHOR.wireName()), null, null, model);
    }

    /** The link is shown by this answer alone, and kept nowhere: no page is redirected to. */
    @PostMapping
    String invite(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String role,
                  @AuthenticationPrincipal Person person, HttpServletResponse response, Model model) {
        var wish = new Wish(name.replace("\0", "").strip(), email.strip(), role);
        var nameProblem = wish.name.length() > LONGEST_NAME ? say("identity.first-admin.name.long") : null;
        var emailProblem = wish.email.length() > LONGEST_EMAIL || !EMAIL.matcher(wish.email).matches() ? say("staff.problem.email") : null;
        var chosen = RoleChoice.of(role);
        if (nameProblem == null && emailProblem == null && chosen.isPresent()) {
            var invited = staffing.invite(wish.email, wish.name, chosen.get(), person);
            if (invited.isPresent()) {
                welcome.show(invited.get(), model);
                return all(model);
            }
            emailProblem = say("staff.problem.member");
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(wish, nameProblem, emailProblem, model);
    }

    private String page(Wish wish, @Nullable String nameProblem, @Nullable String emailProblem, Model model) {
        model.addAttribute("members", staff.all()).addAttribute("rights", Right.values()).addAttribute("roles", Role.values()).addAttribute("crumbs", List.of())
            .addAttribute("inputs", List.of(
                Input.of("line", "name", "staff.name", wish.name).atMost(LONGEST_NAME).help("staff.name.help").wrong(sentences(nameProblem)),
                Input.of("line", "email", "identity.email", wish.email).wrong(sentences(emailProblem)),
                RoleChoice.showing(wish.role)));
        return "staff/staff";
    }

    private static List<String> sentences(@Nullable String problem) {
        return problem == null ? List.of() : List.of(problem);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
