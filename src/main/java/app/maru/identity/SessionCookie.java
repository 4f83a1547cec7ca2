package app.maru.identity;

import java.time.Duration;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.session.web.http.CookieSerializer;

/** The cookie of a session: gone with the browser, or when the session ends. */
final class SessionCookie implements CookieSerializer {

    private static final String NAME = "maru-session";
    private static final Duration UNTIL_IT_CLOSES = Duration.ofSeconds(-1);

    private final DeskCookies cookies;

    SessionCookie(DeskCookies cookies) {
        this.cookies = cookies;
    }

    @Override
    public void writeCookieValue(CookieValue session) {
        var id = session.getCookieValue();
        cookies.set(NAME, id, id.isEmpty() ? Duration.ZERO : UNTIL_IT_CLOSES, session.getRequest(), session.getResponse());
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookies.value(NAME, request).stream().toList();
    }
}
