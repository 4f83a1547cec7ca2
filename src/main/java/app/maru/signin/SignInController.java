package app.maru.signin;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.DemoStaff;
import app.maru.identity.Open;
import app.maru.identity.OwnAccount;
import app.maru.identity.Person;

/** The page on which people sign in; what is typed into its form Spring Security takes. */
@Open
@Controller
class SignInController {

    private final Ways ways;
    private final boolean demo;

    SignInController(Ways ways, ObjectProvider<DemoStaff> demoStaff) {
        this.ways = ways;
        this.demo = demoStaff.getIfAvailable() != null;
    }

    @GetMapping("/sign-in")
    String page(@AuthenticationPrincipal @Nullable Person person) {
        return person == null ? "signin/sign-in" : "redirect:/";
    }

    /** Somebody who is not signed in yet chooses a language: this browser keeps it. */
    @GetMapping(path = "/sign-in", params = "locale")
    String language(@RequestParam String locale, HttpServletResponse response) {
        if (OwnAccount.LANGUAGES.contains(locale)) {
            var cookie = ResponseCookie.from("locale", locale).path("/").httpOnly(true).sameSite("Lax").maxAge(Duration.ofDays(365));
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
        }
        return "redirect:/sign-in";
    }

    /** Reached from inside only, with the form that was not right. */
    @PostMapping("/sign-in/failed")
    String failed(HttpServletRequest request, HttpServletResponse response, Model model) {
        boolean tooMany = request.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof TooManyTries;
        response.setStatus((tooMany ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("failed", tooMany ? "too-many" : "wrong").addAttribute("email", request.getParameter("email"));
        return "signin/sign-in";
    }

    @ModelAttribute
    void offer(Model model) {
        var open = ways.open();
        model.addAttribute("password", open.contains(Way.PASSWORD)).addAttribute("link", open.contains(Way.MAGIC_LINK)).addAttribute("code", open.contains(Way.EMAIL_CODE))
            .addAttribute("reset", ways.canReset());
        if (demo) {
            model.addAttribute("demoStaff", DemoStaff.PEOPLE).addAttribute("demoPassword", DemoStaff.PASSWORD);
        }
    }
}
