package app.maru.identity;

import jakarta.servlet.http.HttpServletRequest;

/** Tells a request for a part of a page from one for a page. */
final class Htmx {

    private Htmx() {
    }

    static boolean isAsking(HttpServletRequest request) {
        return has(request, "HX-Request");
    }

    static boolean isFragment(HttpServletRequest request) {
        return has(request, "HX-Request") && !has(request, "HX-Boosted") && !has(request, "HX-History-Restore-Request");
    }

    static boolean isBoosted(HttpServletRequest request) {
        return has(request, "HX-Request") && !isFragment(request);
    }

    private static boolean has(HttpServletRequest request, String header) {
        return "true".equals(request.getHeader(header));
    }
}
