package app.maru.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The database of a first run: a PostgreSQL of Maru's own, durable, its data kept below one directory. */
final class EmbeddedDatabase implements JdbcConnectionDetails, AutoCloseable {

    private static final String NAME = "maru";
    private static final Map<String, String> DURABLE = Map.of(
            "fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final DataDirectory directory;
    private final PostgresServer server;

    private EmbeddedDatabase(DataDirectory directory, PostgresServer server) {
        this.directory = directory;
        this.server = server;
    }

    static EmbeddedDatabase startIn(Path path) {
        var directory = DataDirectory.of(path);
        var programs = PostgresPrograms.in(PostgresArchive.unpackedIn(directory.path()));
        var database = new EmbeddedDatabase(directory, new PostgresServer(programs, directory.path().resolve("postgres")));
        try {
            database.start();
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void start() {
        server.start(DURABLE);
        try {
            create();
            readBackSettings();
        } catch (SQLException e) {
            throw new CannotStart("The embedded PostgreSQL does not answer: %s.".formatted(e.getMessage()), e);
        }
    }

    private void create() throws SQLException {
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            if (!statement.executeQuery("select from pg_database where datname = '%s'".formatted(NAME)).next()) {
                statement.execute("create database " + NAME);
            }
        }
    }

    private void readBackSettings() throws SQLException {
        try (var connection = connect(NAME); var statement = connection.createStatement()) {
            for (String setting : DURABLE.keySet()) {
                var rows = statement.executeQuery("show " + setting);
                rows.next();
                if (!"on".equals(rows.getString(1))) {
                    throw new CannotStart("The embedded PostgreSQL has %s = %s, with which a crash loses what was saved: reset it to on."
                            .formatted(setting, rows.getString(1)));
                }
            }
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), getUsername(), getPassword());
    }

    @Override
    public String getJdbcUrl() {
        return server.url(NAME);
    }

    @Override
    public String getUsername() {
        return PostgresServer.USER;
    }

    @Override
    public String getPassword() {
        return server.password();
    }

    @Override
    public void close() {
        server.close();
        directory.close();
    }
}
