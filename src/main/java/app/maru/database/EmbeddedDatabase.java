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
        var server = new PostgresServer(programs, directory.path().resolve("postgres"));
        var database = new EmbeddedDatabase(directory, server.start(DURABLE));
        database.create();
        database.readBackSettings();
        return database;
    }

    private void create() {
        try (var connection = connect("postgres"); var statement = connection.createStatement()) {
            if (!statement.executeQuery("select from pg_database where datname = '%s'".formatted(NAME)).next()) {
                statement.execute("create database " + NAME);
            }
        } catch (SQLException e) {
            throw new CannotStart("The embedded PostgreSQL does not answer: " + e.getMessage(), e);
        }
    }

    private void readBackSettings() {
        try (var connection = connect(NAME); var statement = connection.createStatement()) {
            for (String setting : DURABLE.keySet()) {
                var rows = statement.executeQuery("show " + setting);
                rows.next();
                if (!"on".equals(rows.getString(1))) {
                    throw new CannotStart("The embedded PostgreSQL runs with %s = %s, so a crash could lose what was saved: remove that setting."
                            .formatted(setting, rows.getString(1)));
                }
            }
        } catch (SQLException e) {
            throw new CannotStart("The embedded PostgreSQL does not answer: " + e.getMessage(), e);
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
