package app.maru.factors;

import java.util.List;
import java.util.Objects;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

import app.maru.identity.Arriving;
import app.maru.identity.Means;
import app.maru.identity.Origin;
import app.maru.identity.PageAskedFor;
import app.maru.identity.Person;
import app.maru.identity.ProvesAgain;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.identity.SentForm;
import app.maru.identity.TooManyTries;
import app.maru.limits.TooMany;

/**
 * Where people prove again that it is they, before something weighty is done. A form that was sent lies in this page and is
 * sent on by the browser with what proves it (307), under the method that it had: nothing of it is kept here.
 */
@Controller
@RequestMapping("/account/proof")
@Requires(Right.READ)
class ProofController {

    private final List<ProvesAgain> means;
    private final Arriving arriving;

    ProofController(List<ProvesAgain> means, Arriving arriving) {
        this.means = means.stream().sorted((one, other) -> one.means().compareTo(other.means())).toList();
        this.arriving = arriving;
    }

    @GetMapping
    String page(@RequestParam(defaultValue = "/") String to, @AuthenticationPrincipal Person person, Model model) {
        return page(PageAskedFor.local(to), null, person, model);
    }

    /** Reached from inside, with the form that must wait. */
    @RequestMapping("/asked")
    String asked(@AuthenticationPrincipal Person person, HttpServletRequest request, HttpServletResponse response, Model model) {
        var address = PageAskedFor.local(Objects.toString(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI), "/"));
        if (SentForm.isNone(request)) {
            return page("/", null, person, model);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        response.setHeader("HX-Retarget", "body");
        response.setHeader("HX-Reswap", "innerHTML");
        return page(address, SentForm.of(request, address), person, model);
    }

    /** The form has the method of what it carries on. */
    @RequestMapping(method = {RequestMethod.POST, RequestMethod.PUT, RequestMethod.DELETE})
    ModelAndView prove(ProofForm form, @AuthenticationPrincipal Person person, HttpServletRequest request, HttpServletResponse response, Model model) {
        var chosen = open(person).stream().filter(one -> one.means().key().equals(form.means())).findFirst();
        if (chosen.filter(one -> isProved(one, form, person, request, response, model)).isPresent()) {
            arriving.again(person, chosen.get().means(), request, response);
            return goOn(form.to(), form.carriesOn());
        }
        model.addAttribute("by", form.means());
        return new ModelAndView(page(form.to(), form.carriesOn() ? SentForm.of(request, form.to()) : null, person, model), model.asMap());
    }

    /** Whether it is proved now; if not, the page says why. */
    private static boolean isProved(ProvesAgain means, ProofForm form, Person person, HttpServletRequest request, HttpServletResponse response, Model model) {
        try {
            if (form.isToBeSent()) {
                model.addAttribute("secret", means.send(person, Origin.of(request)).orElse(null));
                return false;
            }
            boolean right = means.proves(person, form.typed(), form.secret(), request);
            if (!right) {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                model.addAttribute("failed", "wrong").addAttribute("secret", form.secret().isEmpty() ? null : form.secret());
            }
            return right;
        } catch (TooManyTries e) {
            TooMany.tell(e.pause(), response, model);
            model.addAttribute("failed", "too-many");
            return false;
        }
    }

    private static ModelAndView goOn(String address, boolean withForm) {
        if (!withForm && address.split("\\?")[0].endsWith("/csv")) {
            return new ModelAndView("factors/proved", "to", address);
        }
        var onward = new RedirectView(address);
        onward.setExpandUriTemplateVariables(false);
        onward.setExposeModelAttributes(false);
        onward.setStatusCode(withForm ? HttpStatus.TEMPORARY_REDIRECT : HttpStatus.SEE_OTHER);
        return new ModelAndView(onward);
    }

    private List<ProvesAgain> open(Person person) {
        return means.stream().filter(one -> one.isOpenTo(person)).toList();
    }

    private String page(String address, @Nullable SentForm form, Person person, Model model) {
        model.addAttribute("to", address).addAttribute("form", form).addAttribute("means", open(person).stream().map(ProvesAgain::means).map(Means::key).toList());
        return "factors/proof";
    }
}
