package app.maru.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a person likes their desk; without a choice of their own the browser's holds. */
@Requires(Right.READ)
@Controller
class AccountController {

    private final OwnAccount account;

    AccountController(OwnAccount account) {
        this.account = account;
    }

    @PutMapping("/account/locale")
    String locale(@RequestParam String locale, @AuthenticationPrincipal Person person, HttpServletRequest request,
                  HttpServletResponse response) {
        return prefer(person.preferring(OwnAccount.language(locale), person.theme()), request, response);
    }

    @PutMapping("/account/theme")
    String theme(@RequestParam String theme, @AuthenticationPrincipal Person person, HttpServletRequest request,
                 HttpServletResponse response) {
        return prefer(person.preferring(person.locale(), OwnAccount.theme(theme)), request, response);
    }

    private String prefer(Person person, HttpServletRequest request, HttpServletResponse response) {
        account.prefer(person, request, response);
        return "redirect:" + OwnPage.before(request);
    }
}
