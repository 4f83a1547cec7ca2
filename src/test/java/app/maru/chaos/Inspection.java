package app.maru.chaos;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.dao.DataAccessException;

/** Holds what is there against what was acknowledged: after each kill what is new, at the end everything. */
final class Inspection {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Ledger ledger;
    private final Findings findings;
    private final Site site;
    private Revisions revisions;
    private Publications publications;
    private int saves;
    private int publishes;

    Inspection(Ledger ledger, Findings findings, Desk visitor, Random random) {
        this.ledger = ledger;
        this.findings = findings;
        this.site = new Site(visitor, random, findings);
        this.revisions = new Revisions(findings);
        this.publications = new Publications(findings);
    }

    /** Reads what was written since the last time. Whatever was acknowledged before it begins has to be there. */
    void continued(Server server) {
        var saved = ledger.saves(saves);
        var published = ledger.publishes(publishes);
        try (var tables = Tables.of(connection(server))) {
            revisions.inspect(tables, ledger.sheets(), saved);
            publications.inspect(tables, ledger.sheets(), published);
            publications.together(ledger.pairs());
            for (var invariant : Invariant.values()) {
                findings.check(invariant, tables.sql(invariant.breaches).query(String.class).list());
            }
            WorkingCopies.inspect(tables, findings);
            site.inspect(tables);
        } catch (SQLException | DataAccessException e) {
            throw new Broken("Nothing was to be killed, and yet " + e.getMessage());
        }
        saves += saved.size();
        publishes += published.size();
    }

    /** Reads everything once more, from the first edition on. */
    void whole(Server server) {
        var read = publications;
        revisions = new Revisions(findings);
        publications = new Publications(findings);
        saves = 0;
        publishes = 0;
        continued(server);
        read.unchanged(publications);
        try (var tables = Tables.of(connection(server))) {
            for (long edition = 1; edition <= publications.editions(); edition++) {
                site.inspect(tables, edition);
            }
        } catch (SQLException | DataAccessException e) {
            throw new Broken("Nothing was to be killed, and yet " + e.getMessage());
        }
    }

    /** A server that was just killed may need a while. */
    private static Connection connection(Server server) {
        var connection = new AtomicReference<Connection>();
        Waiting.until(PATIENCE, () -> {
            try {
                connection.set(server.connect());
                return true;
            } catch (SQLException e) {
                return false;
            }
        }, "PostgreSQL does not answer again");
        return connection.get();
    }

    long editions() {
        return publications.editions();
    }

    int revisions() {
        return revisions.size();
    }
}
