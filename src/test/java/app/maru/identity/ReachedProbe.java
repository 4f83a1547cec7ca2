package app.maru.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Answers in place of a handler that a request has reached, so that a test may knock at every door and enter none. */
@Component
class ReachedProbe implements WebMvcConfigurer, HandlerInterceptor {

    static final String ATTRIBUTE = ReachedProbe.class.getName();
    static final int REACHED = 299;

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getAttribute(ATTRIBUTE) == null) {
            return true;
        }
        response.setStatus(REACHED);
        response.setHeader(ATTRIBUTE, handler.toString());
        return false;
    }
}
