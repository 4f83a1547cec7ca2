package app.maru.identity;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** Says no: a stranger who asks for a page is led to the sign-in, everybody else reads what happened and the way on. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    /** Why something was refused. */
    enum Reason { SIGNED_OUT, STALE_FORM, FORBIDDEN }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
        throws IOException, ServletException {
        var asksForPage = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!asksForPage || Htmx.isFragment(request)) {
            refuse(Reason.SIGNED_OUT, request, response);
        } else if (Htmx.isBoosted(request)) {
            response.setHeader("HX-Redirect", "/sign-in");
        } else {
            response.sendRedirect("/sign-in");
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
        throws IOException, ServletException {
        if (SignedIn.person().isEmpty()) {
            refuse(Reason.SIGNED_OUT, request, response);
        } else {
            refuse(denied instanceof CsrfException ? Reason.STALE_FORM : Reason.FORBIDDEN, request, response);
        }
    }

    private static void refuse(Reason reason, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
        request.setAttribute(Reason.class.getName(), reason);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.getRequestDispatcher("/refused").forward(request, response);
    }
}
