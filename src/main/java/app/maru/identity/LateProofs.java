package app.maru.identity;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Leads who wants something weighty, and proved too long ago who they are, to where they prove it again; what they sent goes with them. */
@Component
class LateProofs {

    private static final String PAGE = "/account/proof";

    private final Duration holds;
    private final Clock clock;

    LateProofs(@Value("${maru.sessions.proof}") Duration holds, Clock clock) {
        this.holds = holds;
        this.clock = clock;
    }

    /** Whether this must be proved again before that is done. */
    boolean areTooOldFor(HandlerMethod method, HttpServletRequest request) {
        return needsProof(method, request) && SignedIn.proofs().last().filter(last -> last.plus(holds).isAfter(clock.instant())).isEmpty();
    }

    private static boolean needsProof(HandlerMethod method, HttpServletRequest request) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), ProvedLately.class)
            || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ProvedLately.class) && !SentForm.isNone(request);
    }

    void ask(HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
        if (!SentForm.isNone(request)) {
            request.getRequestDispatcher(PAGE + "/asked").forward(request, response);
        } else if (Htmx.isAsking(request)) {
            response.setHeader("HX-Redirect", page(request));
        } else {
            response.sendRedirect(page(request));
        }
    }

    private static String page(HttpServletRequest request) {
        var wanted = request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
        return PAGE + "?to=" + URLEncoder.encode(PageAskedFor.local(wanted), StandardCharsets.UTF_8);
    }
}
