package app.maru.identity;

import java.io.Serializable;
import java.util.Optional;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.util.WebUtils;

/**
 * From where, and with what, somebody came.
 *
 * @param device the hash of what their browser says of who has signed in with it, if it says anything
 */
public record Origin(String address, @Nullable String userAgent, @Nullable String device) implements Serializable {

    /** The cookie that says with what secret somebody has signed in before; whose device that is, the database knows. */
    public static final String DEVICE = "maru-device";

    /** With a device of which nothing is known. */
    public Origin(String address, @Nullable String userAgent) {
        this(address, userAgent, null);
    }

    /** Of this request. */
    public static Origin of(HttpServletRequest request) {
        return new Origin(bare(request.getRemoteAddr()), request.getHeader("User-Agent"), device(request));
    }

    /** Where the request came from that is being answered; null where none is. */
    static @Nullable Origin here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? of(attributes.getRequest()) : null;
    }

    private static String bare(String address) {
        return address.replaceAll("^\\[|\\]$|%.*$", "");
    }

    private static @Nullable String device(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, DeskCookies.OWN + DEVICE)).or(() -> Optional.ofNullable(WebUtils.getCookie(request, DEVICE)))
            .map(Cookie::getValue).filter(Secret::isPossible).map(Secret::hash).orElse(null);
    }
}
