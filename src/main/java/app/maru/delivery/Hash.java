package app.maru.delivery;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** Short names for bytes: the same bytes have the same, others another. */
final class Hash {

    private static final int LENGTH = 18;

    private Hash() {}

    static byte[] of(byte[]... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update(part);
            }
            return Arrays.copyOf(digest.digest(), LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** 24 characters that may stand in any header and address. */
    static String text(byte[]... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(parts));
    }
}
