package app.maru.database;

import java.util.Set;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Answers only requests that name this machine as their host, so that a foreign page
 * whose name was pointed here cannot reach a first run from its visitor's browser. Forwarding headers, which would
 * replace the name, are not believed there: see {@link ChosenDatabase}.
 */
final class HostGuard extends Handler.Wrapper {

    private static final int MISDIRECTED_REQUEST = 421;
    private static final Set<String> OWN = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String WHY = "This Maru runs on its embedded database and answers as localhost only.";
    private static final String PROBLEM = """
            {"type":"about:blank","title":"Misdirected Request","status":421,"code":"foreign-host","detail":"%s"}""".formatted(WHY);

    HostGuard(Handler guarded) {
        super(guarded);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (isOwn(request.getHeaders().get(HttpHeader.HOST))) {
            return super.handle(request, response, callback);
        }
        refuse(request, response, callback);
        return true;
    }

    private static boolean isOwn(@Nullable String host) {
        return host != null && OWN.contains(host.replaceFirst(":\\d+$", "").toLowerCase());
    }

    private static void refuse(Request request, Response response, Callback callback) {
        String path = Request.getPathInContext(request);
        boolean api = path.equals("/api/v1") || path.startsWith("/api/v1/");
        response.setStatus(MISDIRECTED_REQUEST);
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, api ? "application/problem+json" : "text/plain; charset=utf-8");
        Content.Sink.write(response, true, api ? PROBLEM : WHY + "\n", callback);
    }
}
