package app.maru.identity;

import java.io.Serializable;

import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;

/** From where, and with what, somebody came. */
record Origin(String address, @Nullable String userAgent) implements Serializable {

    static Origin of(HttpServletRequest request) {
        return new Origin(bare(request.getRemoteAddr()), request.getHeader("User-Agent"));
    }

    private static String bare(String address) {
        return address.replaceAll("^\\[|\\]$|%.*$", "");
    }
}
