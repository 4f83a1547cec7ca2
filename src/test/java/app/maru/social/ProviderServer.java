package app.maru.social;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.ECPublicKey;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.boot.web.server.servlet.context.AnnotationConfigServletWebServerApplicationContext;

/**
 * Google, GitHub, Apple and Kakao on this machine, for all tests of one JVM: a real authorization server (Spring's), at another
 * site than the desk's, with what each of them does in its own way beside it.
 */
final class ProviderServer {

    static final String SECRET = "a-secret-of-the-client";
    static final String TEAM = "TEAM123456";
    static final String KEY = "KEY1234567";

    /** Whoever signs in here, by name; the password is the name. */
    static final Map<String, Guest> GUESTS = new ConcurrentHashMap<>();
    /** What is to be answered instead of the nonce that was sent, by name. */
    static final Map<String, String> NONCES = new ConcurrentHashMap<>();

    private static final KeyPair APPLE = applesKey();
    private static final AnnotationConfigServletWebServerApplicationContext RUNNING = started();

    private ProviderServer() {
    }

    /**
     * Somebody's account.
     *
     * @param verified what the provider says of the address
     */
    record Guest(String email, boolean verified) {}

    static String address() {
        return "http://127.0.0.1:" + RUNNING.getWebServer().getPort();
    }

    static void guest(String name, String email, boolean verified) {
        GUESTS.put(name, new Guest(email, verified));
    }

    /** Has the desk at this port as a client of every provider. */
    static void knows(int port) {
        for (var provider : Provider.values()) {
            ProviderServerParts.REDIRECTS.add("http://localhost:" + port + provider.back());
        }
    }

    /** What configuration says, so that the desk asks here. */
    static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (var provider : List.of("google", "github", "apple", "kakao")) {
            settings.put("maru.social.endpoints." + provider + ".authorization", address() + "/oauth2/authorize");
            settings.put("maru.social.endpoints." + provider + ".token", address() + "/oauth2/token");
        }
        for (var provider : List.of("google", "apple")) {
            settings.put("maru.social.endpoints." + provider + ".keys", address() + "/oauth2/jwks");
            settings.put("maru.social.endpoints." + provider + ".issuer", address());
        }
        settings.put("maru.social.endpoints.github.user", address() + "/github/user");
        settings.put("maru.social.endpoints.kakao.user", address() + "/kakao/me");
        return settings;
    }

    /** The key as Apple hands it out. */
    static String applesPrivateKey() {
        return "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(APPLE.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n";
    }

    static ECPublicKey applesPublicKey() {
        return (ECPublicKey) APPLE.getPublic();
    }

    private static AnnotationConfigServletWebServerApplicationContext started() {
        var server = new AnnotationConfigServletWebServerApplicationContext();
        server.register(ProviderServerParts.class);
        server.refresh();
        return server;
    }

    private static KeyPair applesKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
