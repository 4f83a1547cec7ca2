package app.maru.delivery;

import java.util.List;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;

/** What every answer says to browsers: any page may read it, and nobody may guess another kind of content into it. */
final class Cors {

    static final String ALLOWED = "GET, HEAD, OPTIONS";

    static final List<HttpField> HEADERS = List.of(
        new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
        new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS, "ETag, Edition, Cache-Tag, Last-Modified, Location, Retry-After"),
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"));

    /** The answer to a browser that asks beforehand. */
    static final List<HttpField> PREFLIGHT = List.of(
        new PreEncodedHttpField(HttpHeader.ALLOW, ALLOWED),
        new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, ALLOWED),
        new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS, "*"),
        new PreEncodedHttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "86400"));

    private Cors() {}
}
