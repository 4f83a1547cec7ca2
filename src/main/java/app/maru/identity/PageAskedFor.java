package app.maru.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** The page that a stranger was led to the sign-in from: one of this desk, never of another host. */
@Component
public class PageAskedFor {

    private static final Pattern LOCAL = Pattern.compile("/(?:[^/\\\\].*)?");
    private static final int LONGEST = 1000;

    private final RequestCache pages;

    PageAskedFor(RequestCache pages) {
        this.pages = pages;
    }

    /** Its path with its query; the dashboard when none was asked for. */
    public String by(HttpServletRequest request, HttpServletResponse response) {
        return Optional.ofNullable(pages.getRequest(request, response)).map(SavedRequest::getRedirectUrl).flatMap(PageAskedFor::path).map(PageAskedFor::local).orElse("/");
    }

    /** The same path if it leads to a page of this desk, else that of the dashboard. */
    public static String local(String path) {
        return LOCAL.matcher(path).matches() && path.length() <= LONGEST && path(path).filter(path::equals).isPresent() ? path : "/";
    }

    void forget(HttpServletRequest request, HttpServletResponse response) {
        pages.removeRequest(request, response);
    }

    private static Optional<String> path(String address) {
        try {
            var page = new URI(address);
            return Optional.ofNullable(page.getRawPath()).map(path -> path + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()));
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }
}
