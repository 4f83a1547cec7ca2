package app.maru.identity;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

/** The page of this desk from which a request comes. */
final class OwnPage {

    private OwnPage() {
    }

    /** The address in this header, if it is one of ours. */
    static Optional<URI> namedBy(HttpServletRequest request, String header) {
        return Optional.ofNullable(request.getHeader(header)).flatMap(OwnPage::parsed)
            .filter(page -> page.getRawAuthority() != null && page.getRawAuthority().equals(request.getHeader("Host")));
    }

    /** Where to lead somebody back to: path and query of the page they were on, never another host. */
    static String before(HttpServletRequest request) {
        return namedBy(request, "Referer")
            .map(page -> page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery()))
            .filter(path -> path.matches("/(?![/\\\\]).*"))
            .orElse("/");
    }

    private static Optional<URI> parsed(String address) {
        try {
            return Optional.of(new URI(address));
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
