package app.maru.identity;

import java.io.Serializable;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** From where, and with what, somebody came. */
public record Origin(String address, @Nullable String userAgent) implements Serializable {

    /** Of this request. */
    public static Origin of(HttpServletRequest request) {
        return new Origin(bare(request.getRemoteAddr()), request.getHeader("User-Agent"));
    }

    /** Where the request came from that is being answered; null where none is. */
    static @Nullable Origin here() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes ? of(attributes.getRequest()) : null;
    }

    private static String bare(String address) {
        return address.replaceAll("^\\[|\\]$|%.*$", "");
    }
}
