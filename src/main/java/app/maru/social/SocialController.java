package app.maru.social;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

import app.maru.identity.Arriving;
import app.maru.identity.AuditEvent;
import app.maru.identity.AuditLog;
import app.maru.identity.Means;
import app.maru.identity.Open;
import app.maru.identity.Origin;
import app.maru.identity.PageAskedFor;
import app.maru.identity.Person;
import app.maru.limits.Limit;
import app.maru.limits.Limits;
import app.maru.limits.TooMany;
import app.maru.signin.Way;
import app.maru.signin.Ways;

/** The way to a provider, and back. */
@Open
@Controller
@RequestMapping("/sign-in/with")
class SocialController {

    private static final Logger LOG = LoggerFactory.getLogger(SocialController.class);

    private final Providers providers;
    private final Vouching vouching;
    private final Errands errands;
    private final SocialSignIn signIn;
    private final Ways ways;
    private final Limits limits;
    private final PageAskedFor pages;
    private final Arriving arriving;
    private final AuditLog log;

    SocialController(Providers providers, Vouching vouching, Errands errands, SocialSignIn signIn, Ways ways, Limits limits, PageAskedFor pages, Arriving arriving, AuditLog log) {
        this.providers = providers;
        this.vouching = vouching;
        this.errands = errands;
        this.signIn = signIn;
        this.ways = ways;
        this.limits = limits;
        this.pages = pages;
        this.arriving = arriving;
        this.log = log;
    }

    /** What a provider's answer says. */
    private record Answer(String code, String state, String error, String issuer) {}

    @GetMapping("/{provider}")
    ModelAndView start(@PathVariable String provider, @AuthenticationPrincipal @Nullable Person person, HttpServletRequest request, HttpServletResponse response) {
        var open = open(provider);
        if (person != null || open.isEmpty()) {
            return to(person == null ? "/sign-in" : "/");
        }
        var begun = vouching.begin(open.get(), pages.by(request, response), request);
        errands.keep(begun.errand(), request, response);
        return to(begun.address());
    }

    /** Apple's answer comes from its own page; what it says is asked for once more as any other's, so that this desk's cookies are there. */
    @PostMapping("/apple/back")
    ModelAndView post(@RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String state, @RequestParam(defaultValue = "") String error,
                      HttpServletRequest request, HttpServletResponse response) {
        if (errands.with(Provider.APPLE, state, request).isEmpty()) {
            return refuse("stale", Provider.APPLE.key(), HttpStatus.GONE, request, response);
        }
        var again = UriComponentsBuilder.fromPath(Provider.APPLE.back()).queryParam("state", "{state}").queryParam(error.isEmpty() ? "code" : "error", "{said}")
            .encode().build(state, error.isEmpty() ? code : error);
        var view = new RedirectView(again.toString());
        view.setExpandUriTemplateVariables(false);
        view.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(view);
    }

    @GetMapping("/{provider}/back")
    ModelAndView back(@PathVariable String provider, @RequestParam(defaultValue = "") String code, @RequestParam(defaultValue = "") String state,
                      @RequestParam(defaultValue = "") String error, @RequestParam(defaultValue = "") String iss, HttpServletRequest request, HttpServletResponse response) {
        var taken = limits.take(Limit.GUESSES_AT_ACCOUNT, state, Limit.GUESSES_FROM_ADDRESS, Origin.of(request));
        if (!taken.granted()) {
            return tooMany(taken.pause(), provider, response);
        }
        var answer = new Answer(code, state, error, iss);
        var known = open(provider);
        var errand = known.flatMap(open -> errands.with(open, state, request)).filter(one -> vouching.isFrom(one.provider(), iss));
        known.ifPresent(open -> errands.end(open, request, response));
        return errand.isPresent() ? arrive(errand.get(), answer, taken, request, response) : refuse("stale", provider, HttpStatus.GONE, request, response);
    }

    private ModelAndView arrive(Errand errand, Answer answer, Limits.Taken taken, HttpServletRequest request, HttpServletResponse response) {
        var provider = errand.provider().key();
        if (!answer.error.isEmpty() || answer.code.isEmpty()) {
            boolean said = answer.error.equals("access_denied") || answer.error.equals("user_cancelled_authorize");
            return told(said ? "cancelled" : "no-answer", provider, said ? HttpStatus.OK : HttpStatus.BAD_GATEWAY, response);
        }
        try {
            var vouched = vouching.exchange(errand, answer.code);
            var admitted = signIn.admit(vouched, Origin.of(request));
            admitted.person().ifPresent(person -> limits.giveBack(taken));
            return admitted.person().map(person -> to(arriving.arrive(person, Means.SOCIAL, errand.page(), request, response)))
                .orElseGet(() -> told(admitted.wasKnowable() ? "unknown" : "unverified", provider, HttpStatus.FORBIDDEN, response));
        } catch (NotVouched e) {
            LOG.warn("{} vouched for nobody: {}", errand.provider().title(), e.getMessage());
            return refuse("no-answer", provider, HttpStatus.BAD_GATEWAY, request, response);
        }
    }

    private Optional<Provider> open(String provider) {
        return ways.isOpen(Way.SOCIAL) ? Provider.named(provider).filter(one -> providers.open(one).isPresent()) : Optional.empty();
    }

    private ModelAndView refuse(String why, String provider, HttpStatus status, HttpServletRequest request, HttpServletResponse response) {
        log.record(AuditEvent.LOGIN_FAILURE, null, "", Origin.of(request));
        return told(why, provider, status, response);
    }

    private static ModelAndView tooMany(Duration pause, String provider, HttpServletResponse response) {
        var model = new ExtendedModelMap();
        TooMany.tell(pause, response, model);
        var page = told("too-many", provider, HttpStatus.TOO_MANY_REQUESTS, response);
        page.addAllObjects(model);
        return page;
    }

    private static ModelAndView told(String why, String provider, HttpStatus status, HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        var page = new ModelAndView("social/refused", status);
        page.addObject("why", why);
        page.addObject("provider", Provider.named(provider).orElse(null));
        return page;
    }

    private static ModelAndView to(String address) {
        var view = new RedirectView(address);
        view.setExpandUriTemplateVariables(false);
        return new ModelAndView(view);
    }
}
