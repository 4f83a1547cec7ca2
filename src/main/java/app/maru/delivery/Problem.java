package app.maru.delivery;

import java.util.LinkedHashMap;

import org.eclipse.jetty.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is wrong, for a program and its programmer (RFC 9457).
 *
 * @param code says which problem it is, and stays the same whatever the wording
 */
record Problem(int status, String code, String detail) {

    private static final JsonMapper JSON = new JsonMapper();

    static final String CONTENT_TYPE = "application/problem+json";

    static Problem notFound(String detail) {
        return new Problem(HttpStatus.NOT_FOUND_404, "not_found", detail);
    }

    static Problem gone(String detail) {
        return new Problem(HttpStatus.GONE_410, "gone", detail);
    }

    static Problem ambiguousPath() {
        return new Problem(HttpStatus.BAD_REQUEST_400, "ambiguous_path",
            "The path can be read in more than one way: it must have no '..', ';', empty or encoded segment separators.");
    }

    static Problem methodNotAllowed(String method) {
        return new Problem(HttpStatus.METHOD_NOT_ALLOWED_405, "method_not_allowed", method + " is not allowed: this is read with GET, HEAD or OPTIONS.");
    }

    static Problem busy(String detail) {
        return new Problem(HttpStatus.SERVICE_UNAVAILABLE_503, "unavailable", detail);
    }

    static Problem unforeseen() {
        return new Problem(HttpStatus.INTERNAL_SERVER_ERROR_500, "internal_error", "Something failed here that nobody foresaw. It has been recorded.");
    }

    /** Any other refusal that has only a status, as servers make them before anybody has read the request. */
    static Problem of(int status) {
        return switch (status) {
            case 400 -> new Problem(status, "bad_request", "The request could not be understood.");
            case 404 -> notFound("There is nothing at this address.");
            default -> status >= 500 ? unforeseen() : new Problem(status, "bad_request", "The request was refused: " + HttpStatus.getMessage(status) + ".");
        };
    }

    Body body() {
        var document = new LinkedHashMap<String, Object>();
        document.put("type", "about:blank");
        document.put("title", HttpStatus.getMessage(status));
        document.put("status", status);
        document.put("code", code);
        document.put("detail", detail);
        return Body.of(JSON.writeValueAsString(document));
    }
}
