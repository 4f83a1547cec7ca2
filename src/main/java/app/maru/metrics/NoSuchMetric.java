package app.maru.metrics;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An address names a metric that does not exist: answered 404. */
class NoSuchMetric extends ResponseStatusException {

    NoSuchMetric(String key) {
        super(HttpStatus.NOT_FOUND, "There is no metric " + key);
    }
}
