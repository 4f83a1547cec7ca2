package app.maru.identity;

import java.util.Locale;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

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
        var chosen = oneOf(OwnAccount.LANGUAGES, locale);
        return prefer(person.preferring(chosen == null ? null : Locale.of(chosen), person.theme()), request, response);
    }

    @PutMapping("/account/theme")
    String theme(@RequestParam String theme, @AuthenticationPrincipal Person person, HttpServletRequest request,
                 HttpServletResponse response) {
        return prefer(person.preferring(person.locale(), oneOf(OwnAccount.THEMES, theme)), request, response);
    }

    private String prefer(Person person, HttpServletRequest request, HttpServletResponse response) {
        account.prefer(person, request, response);
        return "redirect:" + OwnPage.before(request);
    }

    private static @Nullable String oneOf(Set<String> choices, String choice) {
        if (!choice.isEmpty() && !choices.contains(choice)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return choice.isEmpty() ? null : choice;
    }
}
