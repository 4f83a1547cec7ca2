package app.maru.signin;

import java.util.Locale;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import app.maru.identity.Arriving;
import app.maru.identity.Means;
import app.maru.identity.Open;
import app.maru.identity.Origin;
import app.maru.identity.PageAskedFor;
import app.maru.limits.Limit;
import app.maru.limits.Limits;
import app.maru.limits.TooMany;
import app.maru.mail.MailServer;
import app.maru.signin.Codes.Answer;

/** Signing in by a mail: asking for it, following its link, and typing its code. Opening a link uses nothing up, only its button does. */
@Open
@Controller
class ByMailController {

    private final ByMail byMail;
    private final Ways ways;
    private final Limits limits;
    private final Asked asked;
    private final PageAskedFor pages;
    private final Arriving arriving;
    private final MailServer mail;

    ByMailController(ByMail byMail, Ways ways, Limits limits, Asked asked, PageAskedFor pages, Arriving arriving, MailServer mail) {
        this.byMail = byMail;
        this.ways = ways;
        this.limits = limits;
        this.asked = asked;
        this.pages = pages;
        this.arriving = arriving;
        this.mail = mail;
    }

    @GetMapping("/sign-in/link")
    String askForLink(Model model) {
        return ask(Way.MAGIC_LINK, model);
    }

    @PostMapping("/sign-in/link")
    String sendLink(@RequestParam(defaultValue = "") String email, Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        return send(Way.MAGIC_LINK, email.strip(), language, request, response, model);
    }

    @GetMapping(path = "/sign-in/link", params = "token")
    String link(@RequestParam String token, Model model, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        model.addAttribute("token", token);
        return byMail.leads(token) ? "signin/link" : gone("link", model, response).getViewName();
    }

    @PutMapping("/sign-in/link")
    ModelAndView follow(@RequestParam(defaultValue = "") String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return byMail.follow(token, Origin.of(request)).map(arrived -> let(arrived, request, response)).orElseGet(() -> gone("link", model, response));
    }

    /** Where the code is typed, in the browser that asked for one; elsewhere, where one is asked for. */
    @GetMapping("/sign-in/code")
    String code(@RequestParam(required = false) @Nullable String again, HttpServletRequest request, Model model) {
        return again == null && asked.secret(request).filter(byMail::mayType).isPresent() ? "signin/code" : ask(Way.EMAIL_CODE, model);
    }

    @PostMapping("/sign-in/code")
    String sendCode(@RequestParam(defaultValue = "") String email, Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        return send(Way.EMAIL_CODE, email.strip(), language, request, response, model);
    }

    @PutMapping("/sign-in/code")
    ModelAndView type(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        var secret = asked.secret(request).orElse("");
        var taken = limits.take(Limit.GUESSES_AT_ACCOUNT, secret, Limit.GUESSES_FROM_ADDRESS, Origin.of(request));
        if (!taken.granted()) {
            TooMany.tell(taken.pause(), response, model);
            return new ModelAndView("signin/code", model.addAttribute("failed", "too-many").asMap());
        }
        var entered = byMail.enter(secret, code.replaceAll("\\s", ""), Origin.of(request));
        if (entered.arrived() != null) {
            limits.giveBack(taken);
            return let(entered.arrived(), request, response);
        }
        return entered.answer() == Answer.OVER ? gone("code", model, response)
            : wrong(entered.answer() == Answer.TOO_SOON ? "too-soon" : "wrong", response);
    }

    private String ask(Way way, Model model) {
        model.addAttribute("way", way.key());
        return ways.isOpen(way) ? "signin/ask" : "redirect:/sign-in";
    }

    private String send(Way way, String email, Locale language, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!ways.isOpen(way)) {
            return "redirect:/sign-in";
        }
        if (email.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return ask(way, model.addAttribute("failed", "email"));
        }
        var origin = Origin.of(request);
        var taken = limits.take(Limit.MAILS_TO_ACCOUNT, email, Limit.MAILS_FROM_ADDRESS, origin);
        if (!taken.granted()) {
            TooMany.tell(taken.pause(), response, model);
            return ask(way, model.addAttribute("email", email).addAttribute("failed", "too-many"));
        }
        asked.keep(byMail.ask(way, email, language, pages.by(request, response), origin), request, response);
        return "redirect:/sign-in/code";
    }

    private ModelAndView let(ByMail.Arrived arrived, HttpServletRequest request, HttpServletResponse response) {
        asked.forget(request, response);
        var page = new RedirectView(arriving.arrive(arrived.person(), Means.EMAIL, arrived.redirectTo(), request, response));
        page.setExpandUriTemplateVariables(false);
        return new ModelAndView(page);
    }

    private static ModelAndView wrong(String failed, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return new ModelAndView("signin/code", "failed", failed);
    }

    private static ModelAndView gone(String what, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.GONE.value());
        model.addAttribute("what", what).addAttribute("again", what.equals("link") ? "/sign-in/link" : "/sign-in/code?again");
        return new ModelAndView("signin/gone", model.asMap());
    }

    @ModelAttribute
    void demo(Model model) {
        model.addAttribute("shownInstead", mail.isShownInstead());
    }
}
