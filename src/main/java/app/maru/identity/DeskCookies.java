package app.maru.identity;

import java.time.Duration;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * The cookies of the desk: no script reads them, and no other site has them sent with a form. Behind TLS they travel nowhere
 * else, and by their names browsers take them from this very host alone.
 */
@Component
public class DeskCookies {

    /** How the name of a cookie begins that came by TLS, from this host and for all of it. */
    static final String OWN = "__Host-";

    /** The cookie of the language that somebody chose before they signed in. */
    public static final String LOCALE = "locale";

    private final boolean alwaysSecure;

    DeskCookies(IdentityProperties properties) {
        this.alwaysSecure = properties.baseUrl() != null && "https".equalsIgnoreCase(properties.baseUrl().getScheme());
    }

    /** Whether the browser speaks to the desk by TLS, as far as this request or the operator says. */
    public boolean areSecure(HttpServletRequest request) {
        return alwaysSecure || request.isSecure();
    }

    boolean areAlwaysSecure() {
        return alwaysSecure;
    }

    /** How this cookie is named here. */
    public String name(String cookie, HttpServletRequest request) {
        return areSecure(request) ? OWN + cookie : cookie;
    }

    /** What this cookie says, if the browser has it. */
    public Optional<String> value(String cookie, HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(cookie, request))).map(Cookie::getValue);
    }

    /** Has the browser keep this for so long; for no time at all, it forgets it, and for less, until it is closed. */
    public void set(String cookie, String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        set(cookie, value, life, "Lax", areSecure(request), request, response);
    }

    /** The same for what has to be there when a form on another site's page is sent here. */
    public void setAcrossSites(String cookie, String value, Duration life, HttpServletRequest request, HttpServletResponse response) {
        set(cookie, value, life, "None", true, request, response);
    }

    private void set(String cookie, String value, Duration life, String sameSite, boolean secure, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, ResponseCookie.from(name(cookie, request), value).path("/").httpOnly(true).sameSite(sameSite).secure(secure)
            .maxAge(life).build().toString());
    }
}
