package app.maru.desk;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionException;

/**
 * Something that went wrong, as people and machines are told of it.
 *
 * @param status the status of the answer
 * @param words which words describe it, in the messages below {@code trouble}
 */
record Trouble(int status, String words) {

    private static final Set<Integer> WORDED = Set.of(400, 403, 404, 405, 409, 410, 413, 431, 500, 503);

    static Trouble of(int status) {
        if (status < 400 || status > 599) {
            return of(500);
        }
        return new Trouble(status, WORDED.contains(status) ? "" + status : status < 500 ? "4xx" : "5xx");
    }

    /** The same where it is known what failed: a database that is away for a moment is no defect, and it is worth asking again. */
    static Trouble of(int status, @Nullable Throwable failure) {
        boolean passes = Stream.iterate(failure, cause -> cause != null, Throwable::getCause).anyMatch(Trouble::passes);
        return of(status == HttpStatus.INTERNAL_SERVER_ERROR.value() && passes ? HttpStatus.SERVICE_UNAVAILABLE.value() : status);
    }

    private static boolean passes(Throwable failure) {
        return failure instanceof DataAccessResourceFailureException || failure instanceof RecoverableDataAccessException
            || failure instanceof TransientDataAccessException || failure instanceof TransactionException;
    }

    /** The same for a program (RFC 9457). */
    Map<String, Object> problem() {
        var known = HttpStatus.resolve(status);
        var title = known == null ? "Error" : known.getReasonPhrase();
        return Map.of("type", "about:blank", "title", title, "status", status, "detail", detail(title),
            "code", title.toLowerCase().replaceAll("[^a-z]+", "-"));
    }

    private String detail(String title) {
        return status < 500 ? "The request could not be answered: " + title + "." : "Something went wrong on our side; it has been noted.";
    }
}
