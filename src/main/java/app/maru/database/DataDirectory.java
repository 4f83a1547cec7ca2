package app.maru.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The folder in which a first run keeps everything; it belongs to one Maru as long as that one lives. */
final class DataDirectory implements AutoCloseable {

    private final Path path;
    private final FileChannel lock;

    private DataDirectory(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    static DataDirectory of(Path path) {
        DataDirectory directory = unlessTaken(path);
        if (directory == null) {
            throw new CannotStart("The data directory %s is in use by another Maru: stop that one, or give this one another maru.data-directory."
                    .formatted(path.toAbsolutePath().normalize()));
        }
        return directory;
    }

    /** Null when another Maru holds it. The lock is the JVM's: it ends with it, however it ends. */
    static @Nullable DataDirectory unlessTaken(Path path) {
        try {
            Path absolute = path.toAbsolutePath().normalize();
            Files.createDirectories(absolute);
            var channel = FileChannel.open(absolute.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return new DataDirectory(absolute, channel);
            }
            channel.close();
            return null;
        } catch (IOException e) {
            throw new CannotStart("The data directory %s cannot be written by %s: change its owner, or set maru.data-directory."
                    .formatted(path.toAbsolutePath().normalize(), System.getProperty("user.name")), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
