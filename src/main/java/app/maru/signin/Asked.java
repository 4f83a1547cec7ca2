package app.maru.signin;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.stereotype.Component;

import app.maru.identity.DeskCookies;

/** What the browser of somebody who signs in by mail knows: the secret of the code. */
@Component
class Asked {

    private static final String COOKIE = "maru-code";

    private final DeskCookies cookies;

    Asked(DeskCookies cookies) {
        this.cookies = cookies;
    }

    Optional<String> secret(HttpServletRequest request) {
        return cookies.value(COOKIE, request);
    }

    void keep(String secret, HttpServletRequest request, HttpServletResponse response) {
        cookies.set(COOKIE, secret, ByMail.LIFE, request, response);
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        cookies.set(COOKIE, "", Duration.ZERO, request, response);
    }
}
