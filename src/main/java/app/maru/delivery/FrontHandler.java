package app.maru.delivery;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands in front of everything else: what is at hand it answers on the thread that read the request, which therefore
 * never waits; all the rest, the desk's requests too, it hands on to a worker. While any of that is under way, it gives
 * way after each answer: whoever reads as fast as answers come would else keep a processor from those at the desk.
 */
final class FrontHandler extends Handler.Wrapper {

    private final Site site;
    private final Answers answers;
    private final Traffic traffic;
    private final Executor workers;
    private final AtomicInteger underWay = new AtomicInteger();

    FrontHandler(Site site, Answers answers, Traffic traffic, Executor workers) {
        this.site = site;
        this.answers = answers;
        this.traffic = traffic;
        this.workers = workers;
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var view = site.view();
        var answer = atHand(request, view);
        if (answer != null) {
            long begun = request.getBeginNanoTime(); // the request is gone as soon as it is answered
            traffic.atHand(answer.send(request, response, callback, view), begun);
            if (underWay.get() > 0) {
                Thread.yield();
            }
        } else {
            underWay.incrementAndGet();
            workers.execute(() -> handOn(request, response, callback));
        }
        return true;
    }

    /** Only delivery's own addresses, spelled without ambiguity, ever have an answer there. */
    private @Nullable Answer atHand(Request request, View view) {
        var method = request.getMethod();
        var asked = request.getHttpURI().getPathQuery();
        return asked != null && (HttpMethod.GET.is(method) || HttpMethod.HEAD.is(method)) ? answers.at(asked, view) : null;
    }

    private void handOn(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
            }
        } catch (Throwable e) {
            Response.writeError(request, response, callback, e);
        } finally {
            underWay.decrementAndGet();
        }
    }
}
