package app.maru.identity;

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
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.FirstAdminLinks.State;

/** The page behind the link for the first admin: opening it uses nothing up, only its button does. */
@Open
@Controller
class FirstAdminController {

    private final FirstAdmin firstAdmin;
    private final FirstAdminLinks links;
    private final PasswordRules rules;
    private final Arriving arriving;

    FirstAdminController(FirstAdmin firstAdmin, FirstAdminLinks links, PasswordRules rules, Arriving arriving) {
        this.firstAdmin = firstAdmin;
        this.links = links;
        this.rules = rules;
        this.arriving = arriving;
    }

    @GetMapping("/first-admin")
    String page(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        var state = links.state(token);
        model.addAttribute("form", NewcomerForm.behind(token, ""));
        return state == State.OPEN ? form(token, model, response) : gone(state, model, response);
    }

    @PostMapping("/first-admin")
    String create(@Valid @ModelAttribute("form") NewcomerForm form, BindingResult errors, Model model,
                  HttpServletRequest request, HttpServletResponse response) {
        var state = links.state(form.token());
        if (state != State.OPEN) {
            return gone(state, model, response);
        }
        if (!errors.hasFieldErrors("password") && rules.complaint(form.password(), form.name(), links.email(form.token()).orElse("")).isPresent()) {
            errors.rejectValue("password", "identity.password.common");
        }
        if (errors.hasErrors()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(form.token(), model, response);
        }
        var person = firstAdmin.create(form.token(), form.name(), form.password(), Origin.of(request));
        return person.map(admin -> "redirect:" + arriving.arrive(admin, Means.PASSWORD, "/", request, response)).orElseGet(() -> gone(State.USED, model, response));
    }

    private String form(String token, Model model, HttpServletResponse response) {
        model.addAttribute("email", links.email(token).orElseThrow());
        response.setHeader("Referrer-Policy", "no-referrer");
        return "identity/first-admin";
    }

    private static String gone(State state, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("state", state.name().toLowerCase());
        return "identity/first-admin-gone";
    }
}
