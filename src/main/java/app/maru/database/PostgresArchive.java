package app.maru.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's programs as the class path carries them for this platform; the production jar carries none. */
final class PostgresArchive {

    private static final ClassPathResource ARCHIVE = new ClassPathResource(
            "postgres-%s-%s.txz".formatted(system(), machine()), PostgresArchive.class.getClassLoader());

    static boolean exists() {
        return ARCHIVE.exists();
    }

    /** The folder of the programs, unpacked below the given one unless they are there already. */
    static Path unpackedIn(Path folder) {
        try {
            Path unpacked = folder.resolve("postgresql-" + checksum());
            if (!Files.exists(unpacked)) {
                unpack(folder, unpacked);
            }
            return unpacked.resolve("bin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(Path folder, Path unpacked) throws IOException {
        Path partly = Files.createTempDirectory(folder, "unpacking",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        try (var tar = new TarArchiveInputStream(new XZInputStream(open()))) {
            for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null; ) {
                unpack(entry, tar, partly.resolve(entry.getName()));
            }
            Files.move(partly, unpacked, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            FileSystemUtils.deleteRecursively(partly);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        Files.createDirectories(entry.isDirectory() ? file : file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            Files.copy(content, file);
            if (file.getParent().endsWith("bin")) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }

    private static String checksum() throws IOException {
        try (var content = new CheckedInputStream(open(), new CRC32())) {
            content.transferTo(java.io.OutputStream.nullOutputStream());
            return Long.toHexString(content.getChecksum().getValue());
        }
    }

    private static InputStream open() throws IOException {
        return new BufferedInputStream(ARCHIVE.getInputStream(), 1 << 16);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.split(" ")[0];
    }

    private static String machine() {
        String name = System.getProperty("os.arch");
        return switch (name) {
            case "amd64" -> "x86_64";
            case "aarch64" -> "arm_64";
            default -> name;
        };
    }

    private PostgresArchive() {
    }
}
