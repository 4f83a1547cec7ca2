package app.maru.account;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.sessions.Sessions;

/** Signs oneself out in other places. */
@Controller
@RequestMapping("/account/sessions")
@Requires(Right.READ)
class OwnSessionsController {

    private final Sessions sessions;

    OwnSessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @DeleteMapping("/{id}")
    String end(@PathVariable UUID id, @AuthenticationPrincipal Person person, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute("toast", sessions.end(id, person, request).map(ended -> ended.device().name().isEmpty() ? ended(1) : Toast.saying("account.sessions.ended", ended.device().name()))
            .orElseGet(() -> Toast.saying("account.sessions.ended.none")));
        return "redirect:/account";
    }

    @DeleteMapping
    String endOthers(@AuthenticationPrincipal Person person, HttpServletRequest request, RedirectAttributes next) {
        next.addFlashAttribute("toast", ended(sessions.endOthers(person, request)));
        return "redirect:/account";
    }

    private static Toast ended(int times) {
        return times == 0 ? Toast.saying("account.sessions.ended.none-else") : Toast.saying(times == 1 ? "account.sessions.ended.one" : "account.sessions.ended.several", String.valueOf(times));
    }
}
