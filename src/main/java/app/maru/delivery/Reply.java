package app.maru.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.jetty.http.DateGenerator;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.jspecify.annotations.Nullable;

/**
 * What an answer will say.
 *
 * @param edition the edition at which it was read
 * @param pinned whether that edition was asked for: then it holds for ever
 * @param concerns the address that must change for it to be no longer so; null when nothing can
 * @param besides other addresses of which the same is true
 */
record Reply(int status, long edition, boolean pinned, @Nullable String concerns, List<String> besides, String contentType, Body body,
             @Nullable Instant modified, @Nullable String tags, @Nullable String location) {

    /** Stands for every address: what concerns it changes with each edition. */
    static final String EVERYTHING = "";

    private static final HttpField FRESH = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=0, must-revalidate");
    private static final HttpField FOR_EVER = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "public, max-age=31536000, immutable");
    private static final HttpField VARY = new PreEncodedHttpField(HttpHeader.VARY, "Accept-Encoding");
    private static final String JSON = "application/json";

    static Reply data(long edition, boolean pinned, @Nullable String concerns, Body body, @Nullable Instant modified, String tags) {
        return new Reply(HttpStatus.OK_200, edition, pinned, concerns, List.of(), JSON, body, modified, tags, null);
    }

    static Reply problem(long edition, boolean pinned, String concerns, Problem problem, @Nullable String tags) {
        return new Reply(problem.status(), edition, pinned, concerns, List.of(), Problem.CONTENT_TYPE, problem.body(), null, tags, null);
    }

    static Reply redirect(long edition, boolean pinned, String concerns, String location, String tags) {
        return new Reply(HttpStatus.PERMANENT_REDIRECT_308, edition, pinned, concerns, List.of(), JSON, Body.NONE, null, tags, location);
    }

    /** The same, when it also says something of these types. */
    Reply besides(List<String> types) {
        var all = types.isEmpty() || tags == null ? tags : tags + "," + types.stream().map(Tags::of).collect(Collectors.joining(","));
        return new Reply(status, edition, pinned, concerns, types, contentType, body, modified, all, location);
    }

    List<HttpField> headers() {
        var headers = new ArrayList<HttpField>();
        headers.add(pinned && status < HttpStatus.BAD_REQUEST_400 ? FOR_EVER : FRESH);
        headers.add(VARY);
        headers.addAll(Cors.HEADERS);
        add(headers, "Cache-Tag", tags);
        add(headers, "Location", location);
        add(headers, "Last-Modified", modified == null ? null : DateGenerator.formatDate(modified));
        return headers;
    }

    private static void add(List<HttpField> headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(new PreEncodedHttpField(name, value));
        }
    }
}
