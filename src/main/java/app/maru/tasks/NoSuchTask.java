package app.maru.tasks;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An address names a task that does not exist: answered 404. */
class NoSuchTask extends ResponseStatusException {

    NoSuchTask(UUID id) {
        super(HttpStatus.NOT_FOUND, "There is no task " + id);
    }
}
