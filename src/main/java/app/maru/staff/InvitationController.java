package app.maru.staff;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Arriving;
import app.maru.identity.Means;
import app.maru.identity.NewcomerForm;
import app.maru.identity.Open;
import app.maru.identity.PasswordRules;

/** The page behind the link of an invitation: opening it uses nothing up, only its button does. */
@Open
@Controller
@RequestMapping("/invitation")
class InvitationController {

    private final Joining joining;
    private final Arriving arriving;
    private final PasswordRules rules;

    InvitationController(Joining joining, Arriving arriving, PasswordRules rules) {
        this.joining = joining;
        this.arriving = arriving;
        this.rules = rules;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        var member = joining.invited(token).orElse(null);
        return member == null ? gone(response) : form(member, NewcomerForm.behind(token, member.name()), model, response);
    }

    @PostMapping
    String accept(@Valid @ModelAttribute("form") NewcomerForm form, BindingResult errors, Model model, HttpServletRequest request, HttpServletResponse response) {
        var member = joining.invited(form.token()).orElse(null);
        if (member == null) {
            return gone(response);
        }
        if (!errors.hasFieldErrors("password") && rules.complaint(form.password(), form.name(), member.email()).isPresent()) {
            errors.rejectValue("password", "identity.password.common");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(member, form, model, response);
        }
        var person = joining.accept(form.token(), form.name(), form.password());
        return person.map(joined -> "redirect:" + arriving.arrive(joined, Means.PASSWORD, "/", request, response)).orElseGet(() -> gone(response));
    }

    private static String form(Member member, NewcomerForm form, Model model, HttpServletResponse response) {
        model.addAttribute("form", form).addAttribute("member", member);
        response.setHeader("Referrer-Policy", "no-referrer");
        return "staff/invitation";
    }

    private static String gone(HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        return "staff/gone";
    }
}
