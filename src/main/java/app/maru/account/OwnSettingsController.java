package app.maru.account;

import java.time.ZoneId;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.desk.Zones;
import app.maru.factors.SecondFactors;
import app.maru.identity.Origin;
import app.maru.identity.OwnAccount;
import app.maru.identity.OwnAccount.Outcome;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.limits.FailedTries;
import app.maru.limits.Limit;
import app.maru.limits.Limits;
import app.maru.limits.TooMany;
import app.maru.passkeys.Passkeys;
import app.maru.sessions.Sessions;
import app.maru.social.Links;

/** One's own settings: language, time zone, theme, single keys and password. */
@Controller
@RequestMapping("/account")
@Requires(Right.READ)
class OwnSettingsController {

    private final OwnAccount account;
    private final Preferences preferences;
    private final Sessions sessions;
    private final Links links;
    private final Limits limits;
    private final FailedTries failures;
    private final SecondFactors factors;
    private final Passkeys passkeys;

    OwnSettingsController(OwnAccount account, Preferences preferences, Sessions sessions, Links links, Limits limits, FailedTries failures, SecondFactors factors,
                          Passkeys passkeys) {
        this.account = account;
        this.preferences = preferences;
        this.sessions = sessions;
        this.links = links;
        this.limits = limits;
        this.failures = failures;
        this.factors = factors;
        this.passkeys = passkeys;
    }

    @GetMapping
    String page(@AuthenticationPrincipal Person person, HttpServletRequest request, Model model) {
        model.addAttribute("inputs", preferences.of(person)).addAttribute("shortest", OwnAccount.SHORTEST_PASSWORD)
            .addAttribute("sessions", sessions.of(person, request)).addAttribute("links", links.of(person)).addAttribute("hasSecondFactor", factors.areSetUp(person.id()))
            .addAttribute("passkeys", passkeys.of(person)).addAttribute("passkeysOpen", passkeys.isOpen());
        return "account/account";
    }

    @PutMapping
    String change(@RequestParam String locale, @RequestParam String timezone, @RequestParam String theme, @AuthenticationPrincipal Person person,
                  HttpServletRequest request, HttpServletResponse response, RedirectAttributes next) {
        if (!Zones.isKnown(timezone)) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        account.prefer(person.preferring(OwnAccount.language(locale), OwnAccount.theme(theme)).in(ZoneId.of(timezone)), request, response);
        next.addFlashAttribute("toast", Toast.saying("account.saved"));
        return "redirect:/account";
    }

    /** Passwords that were refused are not sent back. */
    @PutMapping("/password")
    String password(@RequestParam(defaultValue = "") String present, @RequestParam(defaultValue = "") String wanted, @AuthenticationPrincipal Person person,
                    Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes next) {
        boolean fits = wanted.length() >= OwnAccount.SHORTEST_PASSWORD && wanted.length() <= OwnAccount.LONGEST_PASSWORD;
        if (!fits) {
            return refused("length", person, request, response, model);
        }
        var taken = limits.take(Limit.GUESSES_AT_ACCOUNT, person.email(), Limit.GUESSES_FROM_ADDRESS, Origin.of(request));
        if (!taken.granted()) {
            refused("too-many", person, request, response, model);
            TooMany.tell(taken.pause(), response, model);
            return "account/account";
        }
        var outcome = account.changePassword(person, present, wanted, request);
        if (outcome == Outcome.NOT_PROVED) {
            failures.count(person.email(), person);
        } else {
            limits.giveBack(taken);
        }
        if (outcome == Outcome.CHANGED) {
            next.addFlashAttribute("toast", Toast.saying("account.password.changed"));
            return "redirect:/account";
        }
        return refused(outcome.key(), person, request, response, model);
    }

    private String refused(String wrong, Person person, HttpServletRequest request, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", wrong);
        return page(person, request, model);
    }
}
