package app.maru.profiles;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody is known by that id, or nobody is any more. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchProfile extends RuntimeException {

    NoSuchProfile(UUID id) {
        super("No profile " + id);
    }
}
