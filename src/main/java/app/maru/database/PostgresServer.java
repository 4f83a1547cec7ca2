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

    private static final int ATTEMPTS = 3;

    private final PostgresPrograms programs;
    private final Path folder;
    private final Path cluster;
    private final Path password;
    private final ServerLog log;
    private final LeftBehind leftBehind;
    private int port;

    PostgresServer(PostgresPrograms programs, Path folder) {
        this.programs = programs;
        this.folder = folder;
        this.cluster = folder.resolve("cluster");
        this.password = folder.resolve("password");
        this.log = new ServerLog(folder.resolve("server.log"));
        this.leftBehind = new LeftBehind(cluster, programs);
    }

    Path folder() {
        return folder;
    }

    /** Starts the cluster in the folder, which is made when it is not there; one that still runs is stopped first. */
    PostgresServer start(Map<String, String> settings) {
        try {
            Files.createDirectories(folder, only("rwx------"));
            log.create();
            if (!Files.exists(cluster)) {
                initialise();
            }
            programs.own(folder);
            run(settings);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    String password() {
        try {
            return Files.readString(password);
        } catch (IOException e) {
            throw new CannotStart("The password of the embedded PostgreSQL cannot be read from %s.".formatted(password), e);
        }
    }

    /** Stops the server if it runs, whoever started it. */
    @Override
    public void close() {
        if (leftBehind.postmaster().isPresent() && !stop("fast")) {
            stop("immediate");
        }
    }

    private void initialise() throws IOException {
        Path partly = folder.resolve("initialising");
        FileSystemUtils.deleteRecursively(partly);
        Files.deleteIfExists(password);
        Files.writeString(Files.createFile(password, only("rw-------")), randomPassword());
        programs.own(folder);
        if (!programs.run(log.file(), "initdb", "-D", partly.toString(), "-U", USER, "--pwfile=" + password,
                "-A", "scram-sha-256", "-E", "UTF8", "--locale=C.UTF-8")) {
            throw failed();
        }
        Files.move(partly, cluster);
    }

    /** Tries again with another port, as the first may have been taken in the meantime. */
    private void run(Map<String, String> settings) throws IOException {
        close();
        leftBehind.clear();
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            port = freePort();
            if (programs.run(log.file(), "pg_ctl", "start", "-w", "-t", "600", "-D", cluster.toString(),
                    "-l", log.file().toString(), "-o", options(settings))) {
                return;
            }
        }
        throw failed();
    }

    private String options(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> " -c %s=%s".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining("", "-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=".formatted(port), ""));
    }

    private boolean stop(String mode) {
        return programs.run(log.file(), "pg_ctl", "stop", "-w", "-t", "60", "-m", mode, "-D", cluster.toString());
    }

    private CannotStart failed() {
        return new CannotStart("The embedded PostgreSQL does not start: %s (more in %s).".formatted(log.lastError(), log.file()));
    }

    private static FileAttribute<Set<PosixFilePermission>> only(String permissions) {
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
