package app.maru.content;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** An address names an entry or a revision that does not exist: answered 404. */
public class NoSuchEntry extends ResponseStatusException {

    public NoSuchEntry(Object what) {
        super(HttpStatus.NOT_FOUND, "There is no " + what);
    }
}
