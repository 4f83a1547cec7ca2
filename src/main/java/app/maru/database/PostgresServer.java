package app.maru.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.util.FileSystemUtils;

/** A PostgreSQL server on the loopback interface, with its cluster, password and log in one folder. */
final class PostgresServer implements AutoCloseable {

    static final String USER = "maru";

    private static final String STOP_SECONDS = "60";

    private final PostgresPrograms programs;
    private final Path folder;
    private final int port = freePort();

    PostgresServer(PostgresPrograms programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
    }

    /** Starts the cluster in the folder, which is made when it is not there; one that still runs is stopped first. */
    PostgresServer start(Map<String, String> settings) {
        try {
            close();
            Files.createDirectories(folder, readableBy("rwx------"));
            programs.own(folder);
            if (!Files.exists(cluster())) {
                initialise();
            }
            run(settings);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path folder() {
        return folder;
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String password() {
        try {
            return Files.readString(passwordFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise() throws IOException {
        Path partly = folder.resolve("initialising");
        FileSystemUtils.deleteRecursively(partly);
        Files.deleteIfExists(passwordFile());
        Files.createFile(passwordFile(), readableBy("rw-------"));
        Files.writeString(passwordFile(), randomPassword());
        programs.own(folder);
        if (!programs.run(log(), "initdb", "-D", partly.toString(), "-U", USER, "-A", "scram-sha-256",
                "--pwfile=" + passwordFile(), "-E", "UTF8", "--locale=C.UTF-8", "--no-instructions")) {
            throw failed();
        }
        Files.move(partly, cluster());
    }

    private void run(Map<String, String> settings) {
        String options = settings.entrySet().stream()
                .map(setting -> "-c %s=%s".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining(" "));
        if (!programs.run(log(), "pg_ctl", "start", "-w", "-D", cluster().toString(), "-l", log().toString(), "-o",
                "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories= %s".formatted(port, options))) {
            throw failed();
        }
    }

    /** Stops the server if it runs, whoever started it. */
    @Override
    public void close() {
        if (Files.exists(cluster().resolve("postmaster.pid"))) {
            programs.run(log(), "pg_ctl", "stop", "-w", "-t", STOP_SECONDS, "-m", "fast", "-D", cluster().toString());
        }
    }

    private CannotStart failed() {
        return new CannotStart("PostgreSQL does not start; %s says why.".formatted(log()));
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    private Path log() {
        return folder.resolve("server.log");
    }

    private static FileAttribute<Set<PosixFilePermission>> readableBy(String permissions) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions));
    }

    private static String randomPassword() {
        byte[] bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
