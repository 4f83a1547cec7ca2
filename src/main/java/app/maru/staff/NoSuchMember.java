package app.maru.staff;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** Nobody of the staff has this id. */
@ResponseStatus(HttpStatus.NOT_FOUND)
class NoSuchMember extends RuntimeException {

    NoSuchMember(UUID id) {
        super("Nobody of the staff is " + id);
    }
}
