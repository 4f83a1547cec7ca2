package app.maru.delivery;

import java.util.List;
import java.util.concurrent.Executor;

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

/**
 * Stands in front of everything else in the web server and owns {@code /api/v1} and what is below. What is at hand it
 * answers on the thread that read the request; everything that may wait goes to a worker, the desk's requests too.
 */
final class DeliveryHandler extends Handler.Wrapper {

    private final Site site;
    private final Answers answers;
    private final Reading reading;
    private final Executor workers;

    DeliveryHandler(Site site, Answers answers, Reading reading, Executor workers) {
        this.site = site;
        this.answers = answers;
        this.reading = reading;
        this.workers = workers;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (!owns(request.getHttpURI().getCanonicalPath())) {
            workers.execute(() -> handOn(request, response, callback));
        } else if (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod())) {
            read(request, response, callback);
        } else if (HttpMethod.OPTIONS.is(request.getMethod())) {
            options(response, callback);
        } else {
            Problems.send(Problem.methodNotAllowed(request.getMethod()), response, callback);
        }
        return true;
    }

    /** Whether that path, as the server understands it, is delivery's to answer. */
    static boolean owns(@Nullable String path) {
        return path != null && path.startsWith(Question.ROOT)
            && (path.length() == Question.ROOT.length() || path.charAt(Question.ROOT.length()) == '/');
    }

    private void handOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        }
    }

    private void read(Request request, Response response, Callback callback) {
        var asked = request.getHttpURI().getPathQuery();
        var view = site.view();
        var answer = answers.at(asked, view);
        if (answer != null) {
            answer.send(request, response, callback, view);
        } else {
            workers.execute(() -> read(asked, request, response, callback));
        }
    }

    private void read(String asked, Request request, Response response, Callback callback) {
        try {
            var uri = request.getHttpURI();
            if (isAmbiguous(uri)) {
                throw new Refusal(Problem.ambiguousPath());
            }
            var read = reading.answer(uri.getCanonicalPath(), uri.getQuery(), asked);
            read.answer().send(request, response, callback, read.view());
        } catch (Throwable e) {
            Problems.send(Problems.of(e), response, callback);
        }
    }

    /** Whether something on the way may have understood another path than the server does. */
    static boolean isAmbiguous(HttpURI uri) {
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
