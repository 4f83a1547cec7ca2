package app.maru.desk;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the browser to run and load nothing but what this desk serves; a page that shows another may say more. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class ContentSecurityPolicy extends OncePerRequestFilter {

    static final String POLICY = String.join("; ", "default-src 'self'", "img-src 'self' data: https:",
        "media-src 'self' https:", "object-src 'none'", "base-uri 'none'", "form-action 'self'",
        "frame-ancestors 'none'");

    private static final String NOT_NEEDED = "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()";
    private static final String HEADER = "Content-Security-Policy";

    ContentSecurityPolicy() {
    }

    /** Lets this desk, and nobody else, show the answer inside another page; it runs nothing there. */
    public static void shownInsideAPage(HttpServletResponse response) {
        response.setHeader(HEADER, POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'; script-src 'none'"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        response.setHeader(HEADER, POLICY);
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Permissions-Policy", NOT_NEEDED);
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
