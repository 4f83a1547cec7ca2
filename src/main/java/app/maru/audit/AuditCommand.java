package app.maru.audit;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

import app.maru.database.DatabaseAtHand;

/** {@code bin/audit verify}: looks at the log of the configured database, beside whatever else works with it, and changes nothing. */
public final class AuditCommand {

    private static final Pattern NOTED = Pattern.compile("(\\d{1,18}):([0-9a-f]{64})");
    private static final int SOUND = 0;
    private static final int BROKEN = 1;
    private static final int MISUSED = 2;

    private AuditCommand() {
    }

    /** Ends with 0 when the log is sound, with 1 when it is not. */
    public static void main(String[] arguments) throws SQLException {
        System.exit(run(arguments));
    }

    static int run(String... arguments) throws SQLException {
        var noted = arguments.length < 2 || arguments[1].startsWith("--") ? null : noted(arguments[1]);
        if (arguments.length == 0 || !arguments[0].equals("verify") || arguments.length > 1 && !arguments[1].startsWith("--") && noted == null) {
            System.err.println("bin/audit verify [PLACE:HASH as the page /audit once said it]");
            return MISUSED;
        }
        try (var context = new SpringApplicationBuilder(Settings.class).web(WebApplicationType.NONE).properties("logging.level.root=error").run(arguments)) {
            var at = DatabaseAtHand.of(context.getEnvironment());
            try (var database = DriverManager.getConnection(at.url(), at.username(), at.password())) {
                return told(new Verification(database, noted).verdict());
            }
        }
    }

    /** Reads the settings as Maru does, and starts nothing. */
    static class Settings {
    }

    private static @Nullable Link noted(String text) {
        var parts = NOTED.matcher(text);
        return parts.matches() ? new Link(Long.parseLong(parts.group(1)), parts.group(2)) : null;
    }

    private static int told(Verdict verdict) {
        System.out.printf("%s%n%d:%s%n", verdict.isSound()
            ? "Sound: %d places of the chain end as follows; %d rows wait to be sealed, of %d what is personal was erased.".formatted(verdict.newest().place(), verdict.waiting(), verdict.erased())
            : "BROKEN: " + verdict.broken() + " Up to there it is sound:", verdict.newest().place(), verdict.newest().hash());
        return verdict.isSound() ? SOUND : BROKEN;
    }
}
