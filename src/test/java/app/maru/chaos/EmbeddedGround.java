package app.maru.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import tools.jackson.databind.json.JsonMapper;

import app.maru.database.DurablePostgres;

/** The PostgreSQL that Maru brings itself: a kill of Maru leaves it behind, and the next start has to get over it. */
final class EmbeddedGround implements Ground {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "maru-open-floor";

    private final Path folder;

    EmbeddedGround(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return "its embedded database";
    }

    @Override
    public List<String> configuration() {
        return List.of("--maru.data-directory=" + folder);
    }

    @Override
    public Server server() {
        return new Server(folder.resolve("postgres"));
    }

    @Override
    public int firstStartsCutShort() {
        return 3;
    }

    /** However often the first start was cut short, all of the demo is there, and once. */
    @Override
    public List<Colleague> open(Findings findings) {
        Waiting.until(PATIENCE, () -> entries() > 0, "The demo is empty");
        int listed = listed();
        findings.check(entries() == listed, "the demo has %d entries instead of %d".formatted(entries(), listed));
        return List.of(new Colleague("editor@maru.example", PASSWORD), new Colleague("admin@maru.example", PASSWORD));
    }

    private int entries() {
        try (var connection = server().connect(); var statement = connection.createStatement()) {
            var row = statement.executeQuery("select count(*) from content_entries where type = 'billing/products'");
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int listed() {
        try (var demo = EmbeddedGround.class.getResourceAsStream("/demo/billing/products.json")) {
            return new JsonMapper().readTree(demo).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean comesWithMaru() {
        return true;
    }

    /** Nothing to do: Maru starts it. */
    @Override
    public void start() {
    }

    @Override
    public void close() {
        DurablePostgres.stop(folder);
    }
}
