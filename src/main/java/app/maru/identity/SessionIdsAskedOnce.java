package app.maru.identity;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.session.web.http.HttpSessionIdResolver;

/**
 * Says once in each request which session its cookie names. Spring Session forgets what it found as soon as it has written
 * the session, and would read it once more behind a page that has been sent: a statement for nothing, and a broken answer
 * where the database fails just then.
 */
final class SessionIdsAskedOnce implements HttpSessionIdResolver {

    private static final String ASKED = SessionIdsAskedOnce.class.getName();

    private final HttpSessionIdResolver ids;

    SessionIdsAskedOnce(HttpSessionIdResolver ids) {
        this.ids = ids;
    }

    /** A request that is dispatched again, to the page that tells of an error, is another object and asks anew. */
    @Override
    public List<String> resolveSessionIds(HttpServletRequest request) {
        if (request.getAttribute(ASKED) == request) {
            return List.of();
        }
        request.setAttribute(ASKED, request);
        return ids.resolveSessionIds(request);
    }

    @Override
    public void setSessionId(HttpServletRequest request, HttpServletResponse response, String id) {
        if (!response.isCommitted()) {
            ids.setSessionId(request, response, id);
        }
    }

    @Override
    public void expireSession(HttpServletRequest request, HttpServletResponse response) {
        ids.expireSession(request, response);
    }
}
