package app.maru.factors;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Arriving;
import app.maru.identity.Halfway;
import app.maru.identity.Means;
import app.maru.identity.Open;
import app.maru.identity.Origin;
import app.maru.identity.PageAskedFor;
import app.maru.identity.Person;
import app.maru.identity.SecondMeans;
import app.maru.identity.TooManyTries;
import app.maru.limits.TooMany;

/** The second step of signing in, for who has passed the first: a code, or an app that is set up for want of anything else. */
@Open
@Controller
@RequestMapping("/sign-in/second-step")
class SecondStepController {

    private final SecondStep step;
    private final SecondFactors factors;
    private final Apps apps;
    private final List<SecondMeans> means;
    private final Arriving arriving;

    SecondStepController(SecondStep step, SecondFactors factors, Apps apps, List<SecondMeans> means, Arriving arriving) {
        this.step = step;
        this.factors = factors;
        this.apps = apps;
        this.means = List.copyOf(means);
        this.arriving = arriving;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "/") String to, @RequestParam(required = false) @Nullable String recovery, @AuthenticationPrincipal @Nullable Object who, Model model) {
        return who instanceof Halfway half ? page(half.person(), recovery == null ? Means.TOTP : Means.RECOVERY_CODE, to, model) : elsewhere(who, to);
    }

    @PutMapping
    String prove(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "/") String to, @RequestParam(required = false) @Nullable String recovery,
                 @AuthenticationPrincipal @Nullable Object who, HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(who instanceof Halfway half)) {
            return elsewhere(who, to);
        }
        var chosen = recovery == null ? Means.TOTP : Means.RECOVERY_CODE;
        try {
            if (step.proves(half.person(), chosen, code, Origin.of(request))) {
                return "redirect:" + arriving.arrive(half.person(), chosen, to, request, response);
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("failed", "wrong");
        } catch (TooManyTries e) {
            TooMany.tell(e.pause(), response, model);
            model.addAttribute("failed", "too-many");
        }
        return page(half.person(), chosen, to, model);
    }

    /** Where an app is set up that is demanded; never on top of what somebody has already. */
    @GetMapping("/app")
    String app(@RequestParam(defaultValue = "/") String to, @AuthenticationPrincipal @Nullable Object who, Model model) {
        return who instanceof Halfway half && hasNothing(half.person()) ? app(half.person(), to, model) : elsewhere(who, to);
    }

    @PostMapping("/app")
    String begin(@RequestParam(defaultValue = "/") String to, @AuthenticationPrincipal @Nullable Object who, Model model) {
        if (who instanceof Halfway half && hasNothing(half.person()) && apps.canBeKept()) {
            apps.begin(half.person().id());
            return app(half.person(), to, model);
        }
        return elsewhere(who, to);
    }

    @PutMapping("/app")
    String confirm(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "/") String to, @AuthenticationPrincipal @Nullable Object who,
                   HttpServletRequest request, HttpServletResponse response, Model model) {
        if (!(who instanceof Halfway half) || !hasNothing(half.person())) {
            return elsewhere(who, to);
        }
        var codes = factors.confirm(half.person(), SecondStep.digits(code));
        if (codes.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("failed", "wrong");
            return app(half.person(), to, model);
        }
        model.addAttribute("codes", codes.get()).addAttribute("to", arriving.arrive(half.person(), Means.TOTP, to, request, response));
        return "factors/step-codes";
    }

    private String page(Person person, Means chosen, String to, Model model) {
        var has = means.stream().filter(one -> one.has(person.id())).map(one -> one.means().key()).toList();
        model.addAttribute("to", PageAskedFor.local(to)).addAttribute("has", has).addAttribute("recovery", chosen == Means.RECOVERY_CODE).addAttribute("canBeKept", apps.canBeKept());
        return "factors/step";
    }

    private String app(Person person, String to, Model model) {
        return apps.pending(person.id()).map(secret -> {
            model.addAttribute("to", PageAskedFor.local(to)).addAttribute("secret", secret).addAttribute("picture", Picture.of(Totp.address(secret, person.email())));
            return "factors/step-app";
        }).orElseGet(() -> page(person, Means.TOTP, to, model));
    }

    private boolean hasNothing(Person person) {
        return means.stream().noneMatch(one -> one.has(person.id()));
    }

    private static String elsewhere(@Nullable Object who, String to) {
        return who instanceof Halfway ? "redirect:/sign-in/second-step" : who instanceof Person ? "redirect:" + PageAskedFor.local(to) : "redirect:/sign-in";
    }
}
