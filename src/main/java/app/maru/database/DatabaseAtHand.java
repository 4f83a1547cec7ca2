package app.maru.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.core.env.Environment;

/** The database that the settings name, for a command that works beside Maru: an embedded one is that of the Maru which runs now. */
public record DatabaseAtHand(String url, String username, String password) {

    private static final int LINE_OF_THE_PORT = 3;

    /** What to connect to. */
    public static DatabaseAtHand of(Environment settings) {
        return ChosenDatabase.EMBEDDED.equals(settings.getProperty(ChosenDatabase.PROPERTY)) ? embedded(Path.of(settings.getRequiredProperty("maru.data-directory")))
            : new DatabaseAtHand(settings.getRequiredProperty("spring.datasource.url"), settings.getProperty("spring.datasource.username", ""), settings.getProperty("spring.datasource.password", ""));
    }

    private static DatabaseAtHand embedded(Path directory) {
        var folder = directory.resolve("postgres");
        try {
            var port = Files.readAllLines(folder.resolve("cluster").resolve("postmaster.pid")).get(LINE_OF_THE_PORT).strip();
            return new DatabaseAtHand("jdbc:postgresql://127.0.0.1:%s/maru".formatted(port), PostgresServer.USER, Files.readString(folder.resolve("password")));
        } catch (IOException | IndexOutOfBoundsException notRunning) {
            throw new CannotStart("The embedded PostgreSQL below %s does not run: start Maru first, or set spring.datasource.url.".formatted(directory.toAbsolutePath().normalize()), notRunning);
        }
    }
}
