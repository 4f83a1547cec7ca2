package app.maru.signin;

import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Arriving;
import app.maru.identity.DemoStaff;
import app.maru.identity.DeskCookies;
import app.maru.identity.Halfway;
import app.maru.identity.Means;
import app.maru.identity.Open;
import app.maru.identity.Origin;
import app.maru.identity.OwnAccount;
import app.maru.identity.Person;
import app.maru.identity.TooManyTries;
import app.maru.limits.TooMany;

/** The page on which people sign in. */
@Open
@Controller
class SignInController {

    private final PasswordSignIn passwords;
    private final Arriving arriving;
    private final Ways ways;
    private final DeskCookies cookies;
    private final boolean demo;

    SignInController(PasswordSignIn passwords, Arriving arriving, Ways ways, DeskCookies cookies, ObjectProvider<DemoStaff> demoStaff) {
        this.passwords = passwords;
        this.arriving = arriving;
        this.ways = ways;
        this.cookies = cookies;
        this.demo = demoStaff.getIfAvailable() != null;
    }

    @GetMapping("/sign-in")
    String page(@AuthenticationPrincipal @Nullable Object who) {
        return who instanceof Person ? "redirect:/" : who instanceof Halfway ? "redirect:/sign-in/second-step" : "signin/sign-in";
    }

    /** Somebody who is not signed in yet chooses a language: this browser keeps it. */
    @GetMapping(path = "/sign-in", params = "locale")
    String language(@RequestParam String locale, HttpServletRequest request, HttpServletResponse response) {
        if (OwnAccount.LANGUAGES.contains(locale)) {
            cookies.set(DeskCookies.LOCALE, locale, Duration.ofDays(365), request, response);
        }
        return "redirect:/sign-in";
    }

    /** A password that was wrong is not sent back. */
    @PostMapping("/sign-in")
    String signIn(@RequestParam(defaultValue = "") String email, @RequestParam(defaultValue = "") String password, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            var person = passwords.proved(email.strip(), password, Origin.of(request));
            return person.map(known -> "redirect:" + arriving.arrive(known, Means.PASSWORD, request, response))
                .orElseGet(() -> failed("wrong", email, response, model));
        } catch (TooManyTries e) {
            failed("too-many", email, response, model);
            TooMany.tell(e.pause(), response, model);
            return "signin/sign-in";
        }
    }

    private static String failed(String how, String email, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("failed", how).addAttribute("email", email);
        return "signin/sign-in";
    }

    @ModelAttribute
    void offer(Model model) {
        var open = ways.open();
        model.addAttribute("password", open.contains(Way.PASSWORD)).addAttribute("link", open.contains(Way.MAGIC_LINK)).addAttribute("code", open.contains(Way.EMAIL_CODE))
            .addAttribute("passkey", open.contains(Way.PASSKEY))
            .addAttribute("reset", ways.canReset()).addAttribute("others", ways.offered());
        if (demo) {
            model.addAttribute("demoStaff", DemoStaff.PEOPLE).addAttribute("demoPassword", DemoStaff.PASSWORD);
        }
    }
}
