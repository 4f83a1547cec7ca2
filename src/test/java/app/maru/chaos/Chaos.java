package app.maru.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

import org.springframework.util.FileSystemUtils;

import app.maru.database.DurablePostgres;

/**
 * Kills Maru and its PostgreSQL at random moments while people save and publish, and holds what is there afterwards against
 * what was acknowledged.
 */
public final class Chaos {

    private static final Path FOLDER = Path.of("target", "chaos").toAbsolutePath();

    private final Settings settings;
    private final Random random;
    private final Report report;
    private final Maru maru = new Maru(FOLDER.resolve("maru.log"));

    private Chaos(Settings settings) {
        this.settings = settings;
        this.random = new Random(settings.seed());
        this.report = new Report(System.out, settings);
    }

    public static void main(String[] arguments) throws IOException {
        System.exit(new Chaos(settings(arguments)).run() ? 0 : 1);
    }

    private static Settings settings(String[] arguments) {
        try {
            return Settings.read(List.of(arguments));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            System.err.println("What is meant? " + Settings.USAGE);
            System.exit(2);
            throw e;
        }
    }

    private boolean run() throws IOException {
        Files.createDirectories(FOLDER);
        Files.deleteIfExists(FOLDER.resolve("maru.log"));
        System.out.printf("chaos: seed %d, %d kills, %d writers%n", settings.seed(), settings.kills(), settings.writers());
        var external = emptied("external");
        var embedded = emptied("embedded");
        try {
            part(new ExternalGround(external, settings.careless()), settings.kills() * 2 / 3);
            if (report.findings().violations().isEmpty()) {
                part(new EmbeddedGround(embedded), settings.kills());
            }
        } catch (Broken e) {
            report.findings().violation(e.getMessage());
        }
        boolean good = report.verdict();
        if (good) {
            FileSystemUtils.deleteRecursively(external);
            FileSystemUtils.deleteRecursively(embedded);
        } else {
            System.out.println("What is left lies in " + FOLDER);
        }
        return good;
    }

    private void part(Ground ground, int kills) {
        try (var part = new Part(ground, maru, random, report)) {
            var cleaning = new Thread(part::close);
            Runtime.getRuntime().addShutdownHook(cleaning);
            part.run(kills, settings.writers());
            Runtime.getRuntime().removeShutdownHook(cleaning);
        }
    }

    private static Path emptied(String name) throws IOException {
        var folder = FOLDER.resolve(name);
        DurablePostgres.stop(folder);
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }
}
