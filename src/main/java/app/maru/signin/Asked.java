package app.maru.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** What the browser of somebody who signs in by mail knows: the secret of the code, and the page that was asked for. */
@Component
class Asked {

    private static final String COOKIE = "maru-code";
    private static final Pattern LOCAL = Pattern.compile("/(?:[^/\\\\].*)?");
    private static final int LONGEST = 1000;

    private final RequestCache pages;

    Asked(RequestCache pages) {
        this.pages = pages;
    }

    /** The page that a stranger was led to the sign-in from, never one of another host. */
    String page(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(pages.getRequest(request, response)).map(SavedRequest::getRedirectUrl).flatMap(Asked::local)
            .filter(path -> LOCAL.matcher(path).matches() && path.length() <= LONGEST).orElse("/");
    }

    Optional<String> secret(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, COOKIE)).map(Cookie::getValue);
    }

    void keep(String secret, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(secret, ByMail.LIFE, request));
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie("", Duration.ZERO, request));
        pages.removeRequest(request, response);
    }

    private static String cookie(String value, Duration life, HttpServletRequest request) {
        return ResponseCookie.from(COOKIE, value).path("/sign-in").httpOnly(true).sameSite("Lax").secure(request.isSecure()).maxAge(life).build().toString();
    }

    private static Optional<String> local(String address) {
        try {
            var page = new URI(address);
            return Optional.of(page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
