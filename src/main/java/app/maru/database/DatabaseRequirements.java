package app.maru.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** What any database must have before Maru opens a pool to it or migrates it. */
record DatabaseRequirements(int oldestVersion) {

    /** Those that the search is made with; they come with PostgreSQL, and the owner of a database may create them. */
    private static final List<String> EXTENSIONS = List.of("pg_trgm", "btree_gin");
    private static final String HOW_TO_CREATE =
            "create database maru template template0 encoding 'UTF8' locale_provider libc locale 'C.UTF-8'";

    void check(JdbcConnectionDetails database) {
        var login = new Properties();
        login.setProperty("user", String.valueOf(database.getUsername()));
        login.setProperty("password", String.valueOf(database.getPassword()));
        login.setProperty("connectTimeout", "10");
        login.setProperty("loginTimeout", "10");
        try (var connection = DriverManager.getConnection(database.getJdbcUrl(), login)) {
            requireVersion(connection);
            requireTables(connection, database);
            for (var extension : EXTENSIONS) {
                requireExtension(connection, database, extension);
            }
            requireHangul(connection, database);
        } catch (SQLException e) {
            throw refused(e, database);
        }
    }

    private void requireVersion(Connection connection) throws SQLException {
        int version = connection.getMetaData().getDatabaseMajorVersion();
        if (version < oldestVersion) {
            throw new CannotStart("Maru needs PostgreSQL %d or newer; this is PostgreSQL %d.".formatted(oldestVersion, version));
        }
    }

    private static void requireTables(Connection connection, JdbcConnectionDetails database) throws SQLException {
        if (!"t".equals(ask(connection, "select coalesce(has_schema_privilege(current_schema(), 'create'), false)"))) {
            throw new CannotStart("%s may not create tables in %s: make it the owner of that database."
                    .formatted(database.getUsername(), name(database)));
        }
    }

    private static void requireExtension(Connection connection, JdbcConnectionDetails database, String extension) {
        try (var statement = connection.createStatement()) {
            statement.execute("create extension if not exists " + extension);
        } catch (SQLException e) {
            throw new CannotStart("%1$s cannot create the extension %4$s in %2$s (%3$s): let an administrator run \"create extension %4$s\" there."
                    .formatted(database.getUsername(), name(database), e.getMessage(), extension), e);
        }
    }

    private static void requireHangul(Connection connection, JdbcConnectionDetails database) throws SQLException {
        if (!"UTF8".equals(ask(connection, "show server_encoding")) || "0".equals(ask(connection, "select cardinality(show_trgm('한글'))"))) {
            throw new CannotStart("%s has a locale that does not know Hangul, so that search would find nothing: create one with \"%s\"."
                    .formatted(name(database), HOW_TO_CREATE));
        }
    }

    private static String ask(Connection connection, String question) throws SQLException {
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static CannotStart refused(SQLException e, JdbcConnectionDetails database) {
        String state = String.valueOf(e.getSQLState());
        return new CannotStart(switch (state) {
            case "28P01", "28000" -> "%s does not let %s in: check spring.datasource.username and spring.datasource.password."
                    .formatted(name(database), database.getUsername());
            case "3D000" -> "%s does not exist: create it with \"%s\".".formatted(name(database), HOW_TO_CREATE);
            default -> "%s cannot be reached (%s): check spring.datasource.url, and that PostgreSQL runs there."
                    .formatted(name(database), e.getMessage());
        }, e);
    }

    /** The address without its parameters, which may hold a password. */
    private static String name(JdbcConnectionDetails database) {
        return "The database " + database.getJdbcUrl().replaceFirst("\\?.*", "");
    }
}
