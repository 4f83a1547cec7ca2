package app.maru.dashboard;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An address names nothing on this person's dashboard: answered 404. */
class NoSuchWidget extends ResponseStatusException {

    NoSuchWidget(UUID id) {
        super(HttpStatus.NOT_FOUND, "There is nothing with the id " + id + " on this dashboard");
    }
}
