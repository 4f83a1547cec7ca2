package app.maru.delivery;

import java.util.List;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Owns {@code /api/v1} and what is below: answers there whatever is asked, and may take its time to read it. */
final class ApiHandler extends Handler.Wrapper {

    private final Reading reading;
    private final Traffic traffic;

    ApiHandler(Handler others, Reading reading, Traffic traffic) {
        super(others);
        this.traffic = traffic;
        this.reading = reading;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!owns(request.getHttpURI().getCanonicalPath())) {
            return super.handle(request, response, callback);
        }
        long begun = request.getBeginNanoTime(); // the request is gone as soon as it is answered
        if (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())) {
            read(request, response, callback);
        } else if (HttpMethod.OPTIONS.is(request.getMethod())) {
            options(response, callback);
        } else {
            Problems.send(Problem.methodNotAllowed(request.getMethod()), response, callback);
        }
        traffic.read(response.getStatus(), begun);
        return true;
    }

    /** Whether that path, as the server understands it, is delivery's to answer. */
    static boolean owns(@Nullable String path) {
        return path != null && path.startsWith(Question.ROOT)
            && (path.length() == Question.ROOT.length() || path.charAt(Question.ROOT.length()) == '/');
    }

    private void read(Request request, Response response, Callback callback) {
        try {
            var uri = request.getHttpURI();
            if (isAmbiguous(uri)) {
                throw new Refusal(Problem.ambiguousPath());
            }
            var read = reading.answer(uri.getCanonicalPath(), uri.getQuery(), uri.getPathQuery());
            read.answer().send(request, response, callback, read.view());
        } catch (Throwable e) {
            Problems.send(Problems.of(e), response, callback);
        }
    }

    /** Whether something on the way may have understood another path than the server does. */
    private static boolean isAmbiguous(HttpURI uri) {
        var path = uri.getPath();
        return uri.isAmbiguous() || path.indexOf(';') >= 0 || path.contains("/../") || path.contains("/./") || path.contains("//")
            || path.endsWith("/..") || path.endsWith("/.");
    }

    private static void options(Response response, Callback callback) {
        response.setStatus(HttpStatus.NO_CONTENT_204);
        add(response, Cors.HEADERS);
        add(response, Cors.PREFLIGHT);
        response.write(true, BufferUtil.EMPTY_BUFFER, callback);
    }

    static void add(Response response, List<HttpField> headers) {
        headers.forEach(response.getHeaders()::add);
    }
}
