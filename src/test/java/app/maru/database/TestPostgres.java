package app.maru.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL of a test JVM: not durable, made anew for each, and stopped with it. */
final class TestPostgres {

    private static final Map<String, String> FAST = Map.of(
            "fsync", "off", "synchronous_commit", "off", "full_page_writes", "off", "max_connections", "500");
    /** Kept, because the lock would go with it. */
    private static final DataDirectory DIRECTORY = freeDirectory();
    private static final PostgresServer SERVER = start();

    static String url(String database) {
        return SERVER.url(database);
    }

    static String password() {
        return SERVER.password();
    }

    static void execute(String sql) {
        try (var connection = DriverManager.getConnection(url("postgres"), PostgresServer.USER, password());
             var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PostgresServer start() {
        Path directory = DIRECTORY.path();
        String version = System.getProperty("maru.test.postgres");
        Path bin = version == null ? PostgresArchive.unpackedIn(directory) : Path.of("/usr/lib/postgresql", version, "bin");
        var server = emptied(new PostgresServer(PostgresPrograms.in(bin), directory.resolve("postgres"))).start(FAST);
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
