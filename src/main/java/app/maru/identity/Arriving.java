package app.maru.identity;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/**
 * Where every way of signing in ends. Whoever has proved who they are gets a session of their own, which tells them by mail
 * of a device they have not used; it is logged before it has an effect; and they go on to the page that they asked for, or
 * first to the second step where one factor does not let them in.
 */
@Component
public class Arriving {

    private static final String SECOND_STEP = "/sign-in/second-step";

    private final SignedIn signedIn;
    private final Accounts accounts;
    private final PageAskedFor pages;
    private final AuditLog log;
    private final List<Arrival> arrivals;
    private final Clock clock;

    Arriving(SignedIn signedIn, Accounts accounts, PageAskedFor pages, AuditLog log, List<Arrival> arrivals, Clock clock) {
        this.signedIn = signedIn;
        this.accounts = accounts;
        this.pages = pages;
        this.log = log;
        this.arrivals = List.copyOf(arrivals);
        this.clock = clock;
    }

    /** Lets somebody in who has proved by these means who they are; the path of the page to lead them to. */
    public String arrive(Person person, Means means, HttpServletRequest request, HttpServletResponse response) {
        return arrive(person, means, pages.by(request, response), request, response);
    }

    /** The same for who asked for that page before their way led out of this browser. */
    public String arrive(Person person, Means means, String page, HttpServletRequest request, HttpServletResponse response) {
        var proofs = before(person, means).with(means, clock.instant());
        var who = SignedIn.standing(person, proofs, accounts.provesTwice(person.id()));
        log.record(who.isAuthenticated() ? AuditEvent.LOGIN_SUCCESS : AuditEvent.FIRST_STEP_PASSED, person.id(), person.email(), Origin.of(request));
        signedIn.begin(who, request, response);
        if (who.isAuthenticated()) {
            arrivals.forEach(arrival -> arrival.of(person, request, response));
            pages.forget(request, response);
        }
        return who.isAuthenticated() ? PageAskedFor.local(page) : secondStep(PageAskedFor.local(page));
    }

    /** A second factor comes on top of what was proved on the way; every other means begins anew. */
    private static Proofs before(Person person, Means means) {
        return SignedIn.halfway().filter(half -> means.isSecond() && half.person().id().equals(person.id())).map(Halfway::proofs).orElse(Proofs.NONE);
    }

    /** Keeps that somebody who is signed in has proved again that it is they, and gives their session another id. */
    public void again(Person person, Means means, HttpServletRequest request, HttpServletResponse response) {
        log.record(AuditEvent.PROVED_AGAIN, person.id(), person.email(), Origin.of(request));
        request.changeSessionId();
        signedIn.become(person, SignedIn.proofs().with(means, clock.instant()), request, response);
    }

    static String secondStep(String page) {
        return page.equals("/") ? SECOND_STEP : SECOND_STEP + "?to=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
    }
}
