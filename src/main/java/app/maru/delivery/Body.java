package app.maru.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * The bytes of an answer, plain and compressed.
 *
 * @param hash names exactly these bytes
 * @param gzip the same compressed; the plain ones again where that saves nothing
 */
record Body(String hash, byte[] plain, byte[] gzip) {

    static final Body NONE = of("");
    private static final int WORTH_COMPRESSING = 256;

    static Body of(String json) {
        byte[] plain = json.getBytes(StandardCharsets.UTF_8);
        byte[] gzip = plain.length < WORTH_COMPRESSING ? plain : compress(plain);
        return new Body(Hash.text(plain), plain, gzip.length < plain.length ? gzip : plain);
    }

    private static byte[] compress(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 3);
        try (var gzip = new GZIPOutputStream(bytes)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    boolean compressed() {
        return gzip != plain;
    }

    int size() {
        return compressed() ? plain.length + gzip.length : plain.length;
    }
}
