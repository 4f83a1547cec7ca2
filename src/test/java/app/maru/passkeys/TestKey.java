package app.maru.passkeys;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** A device of the tests that keeps one key, and says about itself whatever a test has it say. */
final class TestKey {

    private static final int PRESENT = 0x01;
    private static final int VERIFIED = 0x04;
    private static final int HAS_KEY = 0x40;
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final HexFormat HEX = HexFormat.of();

    private final KeyPair pair = pair();
    private final byte[] id = new byte[32];
    private String origin;
    private UUID person;
    private boolean verifies = true;
    private int count;

    TestKey(int port, UUID person) {
        this.origin = "http://localhost:" + port;
        this.person = person;
        new SecureRandom().nextBytes(id);
    }

    TestKey shownAt(String otherOrigin) {
        origin = otherOrigin;
        return this;
    }

    TestKey of(UUID somebody) {
        person = somebody;
        return this;
    }

    TestKey unverified() {
        verifies = false;
        return this;
    }

    TestKey counting(int times) {
        count = times;
        return this;
    }

    String id() {
        return TEXT.encodeToString(id);
    }

    /** What it answers when it has made its key. */
    String made(String challenge) {
        var key = (ECPublicKey) pair.getPublic();
        var cose = joined(HEX.parseHex("a5010203262001215820"), number(key.getW().getAffineX().toByteArray()), HEX.parseHex("225820"), number(key.getW().getAffineY().toByteArray()));
        var data = joined(data(HAS_KEY), new byte[16], ByteBuffer.allocate(2).putShort((short) id.length).array(), id, cose);
        var attestation = joined(new byte[] {(byte) 0xa3}, text("fmt"), text("none"), text("attStmt"), new byte[] {(byte) 0xa0}, text("authData"),
            new byte[] {0x59}, ByteBuffer.allocate(2).putShort((short) data.length).array(), data);
        return answer("\"attestationObject\":\"" + TEXT.encodeToString(attestation) + "\",\"transports\":[\"internal\"],", client("webauthn.create", challenge));
    }

    /** What it answers when it proves that its person is there. */
    String signed(String challenge) {
        var client = client("webauthn.get", challenge);
        var data = data(0);
        return answer("\"authenticatorData\":\"" + TEXT.encodeToString(data) + "\",\"signature\":\"" + TEXT.encodeToString(signature(joined(data, hash(client))))
            + "\",\"userHandle\":\"" + TEXT.encodeToString(KeyRows.handle(person).getBytes()) + "\",", client);
    }

    private String answer(String response, byte[] client) {
        return """
            {"id":"%1$s","rawId":"%1$s","type":"public-key","authenticatorAttachment":"platform","clientExtensionResults":{},"response":{%2$s"clientDataJSON":"%3$s"}}"""
            .formatted(id(), response, TEXT.encodeToString(client));
    }

    private byte[] client(String type, String challenge) {
        return """
            {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, challenge, origin).getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int more) {
        return joined(hash("localhost".getBytes(StandardCharsets.UTF_8)), new byte[] {(byte) (PRESENT | (verifies ? VERIFIED : 0) | more)}, ByteBuffer.allocate(4).putInt(count).array());
    }

    private byte[] signature(byte[] said) {
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(said);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair pair() {
        try {
            var maker = KeyPairGenerator.getInstance("EC");
            maker.initialize(new ECGenParameterSpec("secp256r1"));
            return maker.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(byte[] said) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] number(byte[] bytes) {
        var whole = new byte[32];
        int skipped = Math.max(0, bytes.length - whole.length);
        System.arraycopy(bytes, skipped, whole, whole.length - (bytes.length - skipped), bytes.length - skipped);
        return whole;
    }

    private static byte[] text(String word) {
        return joined(new byte[] {(byte) (0x60 + word.length())}, word.getBytes(StandardCharsets.US_ASCII));
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
