package app.maru.editing;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.support.RequestContextUtils;

import app.maru.content.Paths;

/**
 * The cards whose fields are in the page that sends a form. The page that answers it has them too, also behind a redirect:
 * otherwise the browser would keep what was there before somebody else changed it.
 */
final class KnownCards implements HandlerInterceptor {

    private static final String NAME = "knownCards";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ForEachContentType.class)) {
            var cards = new HashSet<UUID>();
            request.getParameterMap().keySet().forEach(name -> Paths.child(name).ifPresent(found -> cards.add(found.id())));
            var before = RequestContextUtils.getInputFlashMap(request);
            cards.addAll(before == null ? Set.of() : cards(before.get(NAME)));
            keep(request, cards);
        }
        return true;
    }

    private static void keep(HttpServletRequest request, Set<UUID> cards) {
        request.setAttribute(NAME, cards);
        if (!cards.isEmpty()) {
            RequestContextUtils.getOutputFlashMap(request).put(NAME, cards);
        }
    }

    static Set<UUID> ofThisRequest() {
        return cards(RequestContextHolder.currentRequestAttributes().getAttribute(NAME, RequestAttributes.SCOPE_REQUEST));
    }

    private static Set<UUID> cards(@Nullable Object kept) {
        var cards = new HashSet<UUID>();
        if (kept instanceof Collection<?> ids) {
            ids.forEach(id -> cards.add((UUID) id));
        }
        return cards;
    }
}
