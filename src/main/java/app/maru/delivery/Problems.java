package app.maru.delivery;

import java.nio.ByteBuffer;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;

/** Tells what went wrong, whatever it was. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** What to say of a failure; one that nobody foresaw is recorded. */
    static Problem of(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.problem();
        }
        LOG.error("Could not answer", failure);
        return failure instanceof NonTransientDataAccessResourceException || failure instanceof TransientDataAccessException
            ? Problem.busy("The database does not answer. What was read before is still served.") : Problem.unforeseen();
    }

    static void send(Problem problem, Response response, Callback callback) {
        var headers = response.getHeaders();
        response.setStatus(problem.status());
        ApiHandler.add(response, Cors.HEADERS);
        headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        headers.put(HttpHeader.CONTENT_TYPE, Problem.CONTENT_TYPE);
        if (problem.status() == HttpStatus.METHOD_NOT_ALLOWED_405) {
            headers.put(HttpHeader.ALLOW, Cors.ALLOWED);
        }
        if (problem.status() == HttpStatus.SERVICE_UNAVAILABLE_503) {
            headers.put(HttpHeader.RETRY_AFTER, 1);
        }
        byte[] body = problem.body().plain();
        headers.put(HttpHeader.CONTENT_LENGTH, body.length);
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
