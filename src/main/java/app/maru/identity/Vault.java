package app.maru.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Locks up secrets that must be read again, such as what proves Maru to somebody else: whoever reads the database reads
 * nothing without the operator's key. Each purpose has a key of its own, so that what is locked for one opens for no other.
 */
@Component
public class Vault {

    private static final int BYTES_OF_A_KEY = 32;
    private static final int BYTES_OF_A_START = 12;

    private final SingletonSupplier<Map<String, byte[]>> keys;

    Vault(VaultKeys keys) {
        this.keys = SingletonSupplier.of(keys::byName);
    }

    /** Whether there is a key; without one nothing is locked or opened. */
    public boolean hasKey() {
        return !keys.obtain().isEmpty();
    }

    /**
     * The secret, locked with the newest key.
     *
     * @throws IllegalStateException when there is no key
     */
    public String lock(String purpose, String secret) {
        var key = keys.obtain().entrySet().stream().findFirst().orElseThrow(() -> new IllegalStateException("There is no key: set maru.secrets.key"));
        return key.getKey() + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(lock(key.getValue(), purpose).encrypt(secret.getBytes(UTF_8)));
    }

    /** What was locked for that purpose; nothing when the key is not here, or it was altered or locked for something else. */
    public Optional<String> open(String purpose, String locked) {
        var parts = locked.split("\\.", 2);
        var key = keys.obtain().get(parts[0]);
        return key == null || parts.length < 2 ? Optional.empty() : opened(lock(key, purpose), parts[1]);
    }

    private static Optional<String> opened(AesBytesEncryptor lock, String text) {
        try {
            return Optional.of(new String(lock.decrypt(Base64.getUrlDecoder().decode(text)), UTF_8));
        } catch (RuntimeException altered) {
            return Optional.empty();
        }
    }

    private static AesBytesEncryptor lock(byte[] key, String purpose) {
        return new AesBytesEncryptor(derived(key, purpose), KeyGenerators.secureRandom(BYTES_OF_A_START), CipherAlgorithm.GCM);
    }

    private static SecretKey derived(byte[] key, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256").deriveKey("AES", HKDFParameterSpec.ofExtract().addIKM(key).thenExpand(purpose.getBytes(UTF_8), BYTES_OF_A_KEY));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
