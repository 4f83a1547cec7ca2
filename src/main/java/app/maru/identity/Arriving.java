package app.maru.identity;

import java.time.Clock;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

/**
 * Where every way of signing in ends. Whoever has proved who they are gets a session of their own, which tells them by mail
 * of a device they have not used; it is logged before it has an effect; and they go on to the page that they asked for.
 */
@Component
public class Arriving {

    private final SignedIn signedIn;
    private final PageAskedFor pages;
    private final AuditLog log;
    private final List<Arrival> arrivals;
    private final Clock clock;

    Arriving(SignedIn signedIn, PageAskedFor pages, AuditLog log, List<Arrival> arrivals, Clock clock) {
        this.signedIn = signedIn;
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
        log.record(AuditEvent.LOGIN_SUCCESS, person.id(), person.email(), Origin.of(request));
        signedIn.begin(person, Proofs.NONE.with(means, clock.instant()), request, response);
        arrivals.forEach(arrival -> arrival.of(person, request, response));
        pages.forget(request, response);
        return PageAskedFor.local(page);
    }
}
