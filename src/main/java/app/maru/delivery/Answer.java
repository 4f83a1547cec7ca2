package app.maru.delivery;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** An answer ready to be sent: every header and byte was made when it was read, so that sending it makes nothing. */
final class Answer {

    private static final int OVERHEAD = 2_000;

    private final long edition;
    private final @Nullable HttpField pinned;
    private final @Nullable String concerns;
    private final String[] besides;
    private final int status;
    private final String hash;
    private final long modified;
    private final Form plain;
    private final Form gzip;
    private final int size;

    /** The answer in one content coding. */
    private record Form(HttpField[] headers, HttpField[] unchanged, ByteBuffer bytes) {}

    Answer(Reply reply) {
        edition = reply.edition();
        pinned = reply.pinned() ? View.header(reply.edition()) : null;
        concerns = reply.pinned() ? null : reply.concerns();
        besides = reply.besides().toArray(String[]::new);
        status = reply.status();
        hash = reply.body().hash();
        modified = reply.modified() == null ? -1 : reply.modified().getEpochSecond() * 1000;
        plain = form(reply, reply.body().plain(), "", List.of());
        gzip = !reply.body().compressed() ? plain : form(reply, reply.body().gzip(), Conditions.GZIP_SUFFIX,
            List.of(new PreEncodedHttpField(HttpHeader.CONTENT_ENCODING, "gzip")));
        size = reply.body().size() + OVERHEAD;
    }

    private static Form form(Reply reply, byte[] bytes, String suffix, List<HttpField> coding) {
        var unchanged = new ArrayList<>(reply.headers());
        if (reply.status() == HttpStatus.OK_200) {
            unchanged.add(new PreEncodedHttpField(HttpHeader.ETAG, '"' + reply.body().hash() + suffix + '"'));
        }
        var headers = new ArrayList<>(unchanged);
        headers.addAll(coding);
        if (bytes.length > 0) {
            headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, reply.contentType()));
        }
        headers.add(new PreEncodedHttpField(HttpHeader.CONTENT_LENGTH, bytes.length));
        return new Form(headers.toArray(HttpField[]::new), unchanged.toArray(HttpField[]::new), ByteBuffer.wrap(bytes).asReadOnlyBuffer());
    }

    /** The edition at which it was read. */
    long edition() {
        return edition;
    }

    /** How many bytes it keeps from other answers. */
    int size() {
        return size;
    }

    /** Whether what it says is still so in the view. */
    boolean holdsIn(View view) {
        return concerns == null || view.noneSince(edition, concerns) && noneBesides(view);
    }

    private boolean noneBesides(View view) {
        for (var address : besides) {
            if (!view.noneSince(edition, address)) {
                return false;
            }
        }
        return true;
    }

    /** Sends it; the status that it was sent with. */
    int send(Request request, Response response, Callback callback, View view) {
        var form = gzip != plain && Conditions.acceptsGzip(request.getHeaders()) ? gzip : plain;
        boolean unchanged = status == HttpStatus.OK_200 && Conditions.unchanged(request.getHeaders(), hash, modified);
        var headers = response.getHeaders();
        headers.add(pinned != null ? pinned : view.headerFor(edition));
        for (var header : unchanged ? form.unchanged : form.headers) {
            headers.add(header);
        }
        response.setStatus(unchanged ? HttpStatus.NOT_MODIFIED_304 : status);
        response.write(true, unchanged ? BufferUtil.EMPTY_BUFFER : form.bytes.duplicate(), callback);
        return unchanged ? HttpStatus.NOT_MODIFIED_304 : status;
    }
}
