package app.maru.factors;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.identity.Arriving;
import app.maru.identity.Means;
import app.maru.identity.Person;
import app.maru.identity.ProvedLately;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.identity.Role;

/** One's own second factor: set up with a code that proves it, its recovery codes, and its end. */
@ProvedLately
@Controller
@RequestMapping("/account/second-factor")
@Requires(Right.READ)
class OwnFactorController {

    private final SecondFactors factors;
    private final Apps apps;
    private final RecoveryCodes codes;
    private final Demand demand;
    private final Arriving arriving;

    OwnFactorController(SecondFactors factors, Apps apps, RecoveryCodes codes, Demand demand, Arriving arriving) {
        this.factors = factors;
        this.apps = apps;
        this.codes = codes;
        this.demand = demand;
        this.arriving = arriving;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("since", apps.since(person.id()).orElse(null)).addAttribute("left", codes.left(person.id())).addAttribute("demanded", isDemandedOf(person))
            .addAttribute("canBeKept", apps.canBeKept());
        return "factors/own";
    }

    @GetMapping("/app")
    String app(@AuthenticationPrincipal Person person, Model model) {
        return apps.pending(person.id()).map(secret -> {
            model.addAttribute("secret", secret).addAttribute("picture", Picture.of(Totp.address(secret, person.email())));
            return "factors/own-app";
        }).orElse("redirect:/account/second-factor");
    }

    @PostMapping("/app")
    String begin(@AuthenticationPrincipal Person person) {
        if (apps.canBeKept()) {
            apps.begin(person.id());
        }
        return "redirect:/account/second-factor/app";
    }

    /** The recovery codes are shown by this answer alone: no page is redirected to. */
    @PutMapping("/app")
    String confirm(@RequestParam(defaultValue = "") String code, @AuthenticationPrincipal Person person, HttpServletRequest request, HttpServletResponse response, Model model) {
        var made = factors.confirm(person, SecondStep.digits(code));
        if (made.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("failed", "wrong");
            return app(person, model);
        }
        arriving.again(person, Means.TOTP, request, response);
        model.addAttribute("codes", made.get());
        return page(person, model);
    }

    @PostMapping("/recovery-codes")
    String newCodes(@AuthenticationPrincipal Person person, Model model) {
        if (apps.has(person.id())) {
            model.addAttribute("codes", factors.newCodes(person));
        }
        return page(person, model);
    }

    @DeleteMapping
    String remove(@AuthenticationPrincipal Person person, HttpServletResponse response, Model model, RedirectAttributes next) {
        if (isDemandedOf(person)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("kept", true);
            return page(person, model);
        }
        factors.remove(person);
        next.addFlashAttribute("toast", Toast.saying("factors.removed"));
        return "redirect:/account/second-factor";
    }

    private boolean isDemandedOf(Person person) {
        return person.role() == Role.ADMIN && demand.isOn();
    }
}
