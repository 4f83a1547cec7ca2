package app.maru.identity;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people sign in; the signing in itself is Spring Security's. */
@Open
@Controller
class SignInController {

    private final boolean demo;

    SignInController(IdentityProperties properties) {
        this.demo = properties.demo();
    }

    @GetMapping("/sign-in")
    String page(@AuthenticationPrincipal @Nullable Person person) {
        return person == null ? "identity/sign-in" : "redirect:/";
    }

    /** Somebody who is not signed in yet chooses a language: this browser keeps it. */
    @GetMapping(path = "/sign-in", params = "locale")
    String language(@RequestParam String locale, HttpServletResponse response) {
        if (Accounts.LANGUAGES.contains(locale)) {
            var cookie = ResponseCookie.from("locale", locale).path("/").httpOnly(true).sameSite("Lax").maxAge(Duration.ofDays(365));
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
        }
        return "redirect:/sign-in";
    }

    /** Reached from inside only, with the form that was not right. */
    @PostMapping("/sign-in/failed")
    String failed(HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("failed", true);
        model.addAttribute("email", request.getParameter("email"));
        return "identity/sign-in";
    }

    @ModelAttribute
    void demo(Model model) {
        if (demo) {
            model.addAttribute("demoStaff", DemoStaff.PEOPLE);
            model.addAttribute("demoPassword", DemoStaff.PASSWORD);
        }
    }
}
