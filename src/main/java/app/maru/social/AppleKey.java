package app.maru.social;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/** The key with which Apple is told that it is Maru who asks: what Apple calls the secret is signed with it each time. */
final class AppleKey {

    private static final Duration LIFE = Duration.ofMinutes(5);

    private AppleKey() {
    }

    /** Whether the text is a private key of the kind that Apple hands out. */
    static boolean isOne(String text) {
        try {
            return Curve.forECParameterSpec(read(text).getParams()) == Curve.P_256;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    /** A secret that holds for a few minutes. */
    static String secret(String key, SetUp setUp, String issuer, Instant now) {
        try {
            var claims = new JWTClaimsSet.Builder().issuer(setUp.teamId()).subject(setUp.clientId()).audience(issuer).issueTime(Date.from(now)).expirationTime(Date.from(now.plus(LIFE))).build();
            var secret = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(setUp.keyId()).build(), claims);
            secret.sign(new ECDSASigner(read(key)));
            return secret.serialize();
        } catch (GeneralSecurityException | JOSEException e) {
            throw new IllegalStateException("The key for Apple cannot sign", e);
        }
    }

    private static ECPrivateKey read(String text) throws GeneralSecurityException {
        var bare = text.replaceAll("-----[A-Z ]+-----|\\s", "");
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(bare))) instanceof ECPrivateKey key ? key : noKey();
    }

    private static ECPrivateKey noKey() throws GeneralSecurityException {
        throw new GeneralSecurityException("Another kind of key");
    }
}
