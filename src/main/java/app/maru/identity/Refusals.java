package app.maru.identity;

import java.io.IOException;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** Why something was refused. */
    enum Reason { SIGNED_OUT, STALE_FORM, FORBIDDEN }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException stranger)
        throws IOException, ServletException {
        if (isForPage(request)) {
            lead("/sign-in", request, response);
        } else {
            refuse(Reason.SIGNED_OUT, request, response);
        }
    }

    private static boolean isForPage(HttpServletRequest request) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD")) && !Htmx.isFragment(request);
    }

    private static void lead(String path, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Htmx.isBoosted(request)) {
            response.setHeader("HX-Redirect", path);
        } else {
            response.sendRedirect(path);
        }
    }

    private static String address(HttpServletRequest request) {
        return request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString());
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
        throws IOException, ServletException {
        if (SignedIn.halfway().isPresent() && isForPage(request)) {
            lead(Arriving.secondStep(PageAskedFor.local(address(request))), request, response);
        } else if (SignedIn.person().isEmpty()) {
            refuse(Reason.SIGNED_OUT, request, response);
        } else {
            refuse(denied instanceof CsrfException ? Reason.STALE_FORM : Reason.FORBIDDEN, request, response);
        }
    }

    private static void refuse(Reason reason, HttpServletRequest request, HttpServletResponse response)
        throws IOException, ServletException {
        SignedIn.person().ifPresent(person -> LOG.info("{} {} is not for {}, {}: {}", request.getMethod(), request.getRequestURI(), person.role(), person.id(), reason));
        request.setAttribute(Reason.class.getName(), reason);
        response.setStatus(HttpStatus.FORBIDDEN.value());
        request.getRequestDispatcher("/refused").forward(request, response);
    }
}
