package app.maru.database;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** A PostgreSQL of a run's own, as durable as a real one, that can be started again over whatever a kill left of it. */
public final class DurablePostgres implements AutoCloseable {

    private static final Map<String, String> DURABLE = Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on");

    private final DataDirectory directory;
    private final PostgresServer server;
    private final Map<String, String> settings;

    private DurablePostgres(DataDirectory directory, PostgresServer server, Map<String, String> settings) {
        this.directory = directory;
        this.server = server;
        this.settings = settings;
    }

    /** The server of the folder, not started yet, always at the same port; the settings given stand over the durable ones. */
    public static DurablePostgres in(Path folder, int port, Map<String, String> over) {
        var directory = DataDirectory.of(folder);
        var settings = new HashMap<>(DURABLE);
        settings.put("port", Integer.toString(port));
        settings.putAll(over);
        var programs = PostgresPrograms.in(PostgresArchive.unpackedIn(directory.path()));
        return new DurablePostgres(directory, new PostgresServer(programs, directory.path().resolve("postgres")), settings);
    }

    /** Stops the server that whoever worked in the folder left behind. */
    public static void stop(Path folder) {
        if (Files.exists(folder.resolve("postgres"))) {
            in(folder, 0, Map.of()).close();
        }
    }

    /** Starts the server, again when it was killed. */
    public void start() {
        server.start(settings);
    }

    /** The folder of its cluster, its password and its log. */
    public Path folder() {
        return server.folder();
    }

    /** Stops the server if it runs, whoever started it. */
    @Override
    public void close() {
        server.close();
        directory.close();
    }
}
