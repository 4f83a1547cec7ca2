package app.maru.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The keys of the vault, the newest first: the operator's, or at a demo one that is made for it beside its data. */
@Component
class VaultKeys {

    private static final int SHORTEST = 32;
    private static final int NAME = 8;

    private final List<String> given;
    private final Path ofTheDemo;
    private final boolean demo;

    VaultKeys(@Value("${maru.secrets.key:}") List<String> given, @Value("${maru.data-directory}") Path data, IdentityProperties properties) {
        given.forEach(VaultKeys::decoded);
        this.given = List.copyOf(given);
        this.ofTheDemo = data.resolve("secrets.key");
        this.demo = properties.demo();
    }

    /** Each key under a name that tells nothing of it, by which what it locked is known again. */
    Map<String, byte[]> byName() {
        var keys = new LinkedHashMap<String, byte[]>();
        for (var key : given.isEmpty() && demo ? List.of(madeOnce()) : given) {
            keys.put(Secret.hash("vault " + key.strip()).substring(0, NAME), decoded(key));
        }
        return keys;
    }

    private String madeOnce() {
        try {
            Files.createDirectories(ofTheDemo.toAbsolutePath().getParent());
            write(Base64.getEncoder().encodeToString(Base64.getUrlDecoder().decode(Secret.made())));
            return Files.readString(ofTheDemo).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The key of the demo cannot be kept in " + ofTheDemo, e);
        }
    }

    private void write(String key) throws IOException {
        try (var file = Files.newByteChannel(ofTheDemo, EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), forTheOwnerAlone())) {
            file.write(ByteBuffer.wrap((key + "\n").getBytes(US_ASCII)));
        } catch (FileAlreadyExistsException thatOneHolds) {
            return;
        }
    }

    private static FileAttribute<?>[] forTheOwnerAlone() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))} : new FileAttribute<?>[0];
    }

    private static byte[] decoded(String key) {
        try {
            var bytes = Base64.getDecoder().decode(key.strip());
            if (bytes.length >= SHORTEST) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, without what was given
        }
        throw new IllegalStateException("maru.secrets.key is no key: it has at least %d bytes in Base64, as `openssl rand -base64 32` makes them".formatted(SHORTEST));
    }
}
