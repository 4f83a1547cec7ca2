package app.maru.delivery;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * What the web server refuses before any handler sees it: problem details below {@code /api/v1} and where nobody knows
 * what was asked; elsewhere what others say.
 */
final class DeliveryErrors implements Request.Handler {

    private final Request.@Nullable Handler others;

    DeliveryErrors(Request.@Nullable Handler others) {
        this.others = others;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        var uri = request.getHttpURI();
        if (ApiHandler.owns(uri.getCanonicalPath()) || uri.hasViolations() && ApiHandler.owns(uri.getPath()) || isUnreadable(request)) {
            Problems.send(uri.hasViolations() ? Problem.ambiguousPath() : Problem.of(response.getStatus()), response, callback);
            return true;
        }
        return others != null && others.handle(request, response, callback);
    }

    /** The server puts an empty request in the place of one that it could not parse. */
    private static boolean isUnreadable(Request request) {
        return request.getHeaders().size() == 0;
    }
}
