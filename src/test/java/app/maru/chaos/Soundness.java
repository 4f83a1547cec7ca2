package app.maru.chaos;

import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;

/** Whether all that is stored agrees with itself, and with what visitors get of every edition that is looked at. */
public final class Soundness {

    private static final int LOOKS = 8;

    private Soundness() {
    }

    /** How much was looked at, and what does not hold. */
    public record Found(long checks, List<String> violations) {}

    /** Looks at everything, while nobody works; the connection is used up. */
    public static Found of(Connection connection, URI site, Random random) {
        var findings = new Findings();
        try (var tables = Tables.of(connection)) {
            new Publications(findings).inspect(tables, List.of(), List.of());
            for (var invariant : Invariant.values()) {
                findings.check(invariant, tables.sql(invariant.breaches).query(String.class).list());
            }
            WorkingCopies.inspect(tables, findings);
            var visitors = new Site(new Desk(site), random, findings);
            for (int look = 0; look < LOOKS; look++) {
                visitors.inspect(tables);
            }
        } catch (SQLException e) {
            throw new Broken("Nothing was to be cut off, and yet " + e.getMessage());
        }
        return new Found(findings.checks(), List.copyOf(findings.violations()));
    }
}
