package app.maru.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL of a test JVM: not durable, made anew for each, and stopped with it. */
final class TestPostgres {

    private static final Map<String, String> FAST = Map.of(
            "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "500");
    /** Held for as long as the JVM lives: collected as garbage, it would give up its lock. */
    private static final DataDirectory DIRECTORY = freeDirectory();
    private static final PostgresServer SERVER = start();

    static TestDatabase database(String name) {
        return new TestDatabase(SERVER.url(name), PostgresServer.USER, SERVER.password());
    }

    static TestDatabase create(String name, String options) {
        database("postgres").execute("create database %s %s".formatted(name, options));
        return database(name);
    }

    private static PostgresServer start() {
        String version = System.getProperty("maru.test.postgres");
        Path bin = version == null ? PostgresArchive.unpackedIn(DIRECTORY.path()) : Path.of("/usr/lib/postgresql", version, "bin");
        var server = emptied(new PostgresServer(PostgresPrograms.in(bin), DIRECTORY.path().resolve("postgres"))).start(FAST);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
        return server;
    }

    /** Several test JVMs may run at once; what a killed one left behind is used again. */
    private static DataDirectory freeDirectory() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"), "maru-tests-" + System.getProperty("user.name"));
        return Stream.iterate(1, n -> n + 1)
                .map(n -> DataDirectory.unlessTaken(parent.resolve(n.toString())))
                .filter(Objects::nonNull)
                .findFirst().orElseThrow();
    }

    private static PostgresServer emptied(PostgresServer server) {
        try {
            server.close();
            FileSystemUtils.deleteRecursively(server.folder());
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TestPostgres() {
    }
}
