package app.maru.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What lets its holder in: known to nobody else, and kept only as what it hashes to. */
public final class Secret {

    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {
    }

    /** A secret that nobody can guess. */
    public static String made() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Whether it can be one that was made here. */
    public static boolean isPossible(String secret) {
        return SHAPE.matcher(secret).matches();
    }

    /** So many digits that nobody knows before. */
    public static String digits(int count) {
        return RANDOM.ints(count, 0, 10).collect(StringBuilder::new, StringBuilder::append, StringBuilder::append).toString();
    }

    /** What is kept of it. */
    public static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
