package app.maru.desk;

import java.io.IOException;
import java.util.stream.Stream;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads a form before anybody else does, so that one that is too large or cannot be read is answered as what it is
 * (the server itself says 400 to both). What is still on its way is read to its end: a browser that is cut off while
 * it sends would show an error of its own instead of the page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class FormLimits extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(FormLimits.class);
    private static final long READ_AT_MOST = 64_000_000;

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type == null || !type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        try {
            request.getParameterMap();
        } catch (RuntimeException unreadable) {
            readToItsEnd(request);
            response.sendError(reason(unreadable));
            return;
        }
        chain.doFilter(request, response);
    }

    /** The status that the innermost of the server's exceptions has; the outer ones all say 400. */
    private static int reason(Throwable unreadable) {
        return Stream.iterate(unreadable, failure -> failure != null, Throwable::getCause)
            .filter(HttpException.class::isInstance).map(failure -> ((HttpException) failure).getCode())
            .reduce(HttpStatus.BAD_REQUEST.value(), (outer, inner) -> inner);
    }

    private static void readToItsEnd(HttpServletRequest request) {
        try (var rest = request.getInputStream()) {
            rest.skip(READ_AT_MOST);
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("The browser left while it sent a form", gone);
        }
    }
}
