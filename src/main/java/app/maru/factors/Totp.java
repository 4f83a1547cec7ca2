package app.maru.factors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;

import javax.crypto.spec.SecretKeySpec;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import org.bouncycastle.util.encoders.Base32;

/** Codes that an app and Maru work out of a secret and the time (RFC 6238): six digits, another each half minute. */
final class Totp {

    private static final int BYTES = 20;
    private static final long SECONDS = 30;
    private static final int DRIFT = 1;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    /** A secret that nobody can guess, as apps take it. */
    static String secret() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.toBase32String(bytes);
    }

    /** The half minute of this moment. */
    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    static String code(String secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(Base32.decode(secret), CODES.getAlgorithm()), Instant.ofEpochSecond(step * SECONDS));
        } catch (InvalidKeyException everySecretIsAKey) {
            throw new IllegalStateException(everySecretIsAKey);
        }
    }

    /** The half minute of which this is the code, if it is now, the one before, or the one after: clocks differ. */
    static OptionalLong stepOf(String secret, String digits, Instant now) {
        return LongStream.rangeClosed(step(now) - DRIFT, step(now) + DRIFT).filter(step -> isSame(code(secret, step), digits)).findFirst();
    }

    private static boolean isSame(String code, String digits) {
        return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8), digits.getBytes(StandardCharsets.UTF_8));
    }

    /** What the picture tells the app: whose codes these are, and the secret. */
    static String address(String secret, String email) {
        return "otpauth://totp/Maru:%s?secret=%s&issuer=Maru".formatted(URLEncoder.encode(email, StandardCharsets.UTF_8).replace("+", "%20"), secret);
    }
}
