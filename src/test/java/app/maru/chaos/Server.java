package app.maru.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** A running PostgreSQL as its folder tells of it: its processes, and the way in. */
record Server(Path folder) {

    /** Maru's database in it. */
    static final String DATABASE = "maru";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int PROCESS = 0;
    private static final int PORT = 3;

    String url() {
        return url(DATABASE);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%s/%s".formatted(claim().get(PORT).strip(), database);
    }

    String user() {
        return "maru";
    }

    String password() {
        try {
            return Files.readString(folder.resolve("password"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Connection connect() throws SQLException {
        return connect(DATABASE);
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), user(), password());
    }

    /** As by kill -9: the server's first process alone; the others find out by themselves. */
    void killFirst() {
        killed(List.of(postmaster()));
    }

    /** As by kill -9 of every process of the server at once. */
    void killAll() {
        var first = postmaster();
        killed(Stream.concat(Stream.of(first), first.descendants()).toList());
    }

    /** As by kill -9 of one process that works for the application; the server makes all others start over. */
    void killOne() {
        try (var connection = connect(); var statement = connection.createStatement()) {
            var row = statement.executeQuery("""
                select pid from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()
                order by (state = 'active') desc, state_change desc limit 1""");
            row.next();
            killed(ProcessHandle.of(row.getLong(1)).stream().toList());
            Waiting.until(PATIENCE, () -> isOver(connection), "PostgreSQL does not notice that one of its processes is gone");
        } catch (SQLException e) {
            throw new IllegalStateException("The server cannot say which processes it has", e);
        }
    }

    /** Whether the server has noticed: until then it lets in whom it is about to throw out. */
    private static boolean isOver(Connection connection) {
        try {
            return !connection.isValid(1);
        } catch (SQLException e) {
            return true;
        }
    }

    private ProcessHandle postmaster() {
        return ProcessHandle.of(Long.parseLong(claim().get(PROCESS).strip())).orElseThrow();
    }

    private static void killed(List<ProcessHandle> processes) {
        processes.forEach(ProcessHandle::destroyForcibly);
    }

    private List<String> claim() {
        try {
            return Files.readAllLines(folder.resolve("cluster/postmaster.pid"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
