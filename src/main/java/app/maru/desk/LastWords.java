package app.maru.desk;

import java.io.IOException;
import java.util.Collections;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** When even the page about an error fails, a bare one stands in: what failed is for the log, not for the person. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class LastWords extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(LastWords.class);

    private final BarePage page;

    LastWords(BarePage page) {
        this.page = page;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getDispatcherType() != DispatcherType.ERROR;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterNestedErrorDispatch(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
        throws ServletException, IOException {
        doFilterInternal(request, response, chain);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            LOG.error("The page about an error failed", failure);
            var trouble = Trouble.of(response.getStatus(), (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION));
            response.setStatus(trouble.status());
            response.setContentType(MediaType.TEXT_HTML_VALUE + ";charset=UTF-8");
            response.getOutputStream().write(page.about(trouble, Collections.list(request.getLocales()).stream()));
        }
    }
}
