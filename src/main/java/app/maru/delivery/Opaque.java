package app.maru.delivery;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Text for addresses that is ours alone to read: it carries a checksum, so that an altered or foreign one is noticed, not followed. */
final class Opaque {

    private static final int CHECKSUM = 6;

    private Opaque() {}

    static String write(String text, String list) {
        return write(text.getBytes(StandardCharsets.UTF_8), list);
    }

    private static String write(byte[] content, String list) {
        byte[] whole = Arrays.copyOf(content, content.length + CHECKSUM);
        System.arraycopy(Hash.of(content, list.getBytes(StandardCharsets.UTF_8)), 0, whole, content.length, CHECKSUM);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /** What was written, if it was written for the list of that name. */
    static Optional<String> read(String opaque, String list) {
        try {
            byte[] whole = Base64.getUrlDecoder().decode(opaque);
            byte[] content = Arrays.copyOf(whole, Math.max(0, whole.length - CHECKSUM));
            return write(content, list).equals(opaque) ? Optional.of(new String(content, StandardCharsets.UTF_8)) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Refusal notOfThisList() {
        return Refusal.bad("invalid_cursor",
            "The cursor is not one of this list, sort and filter: follow 'page.next' as it is, or begin without a cursor.");
    }
}
