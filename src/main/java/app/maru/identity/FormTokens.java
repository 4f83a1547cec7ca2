package app.maru.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;

/** The tokens of forms, in a cookie that is named as it has to be where the browser speaks to the desk. */
final class FormTokens implements CsrfTokenRepository {

    private static final String NAME = "maru-form";

    private final DeskCookies cookies;
    private final CsrfTokenRepository plain = in(NAME, false);
    private final CsrfTokenRepository secure = in(DeskCookies.OWN + NAME, true);

    FormTokens(DeskCookies cookies) {
        this.cookies = cookies;
    }

    private static CsrfTokenRepository in(String cookieName, boolean secure) {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(cookieName);
        tokens.setHeaderName("X-CSRF-TOKEN");
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax").secure(secure).path("/"));
        return tokens;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return of(request).generateToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        of(request).saveToken(token, request, response);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return of(request).loadToken(request);
    }

    private CsrfTokenRepository of(HttpServletRequest request) {
        return cookies.areSecure(request) ? secure : plain;
    }
}
