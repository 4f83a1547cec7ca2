package app.maru.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** Goes along the chain in one snapshot of the database, and says where it breaks first. */
final class Verification {

    private static final int AT_ONCE = 2000;
    private static final String CHAIN = """
        select chain.id, chain.hash, chain.log_id, log.log_id is not null as there, %s as said, log.personal_hash, personal.log_id is not null as known,
          encode(sha256(convert_to((jsonb_build_array(salt, email, host(personal.ip_address), personal.user_agent, personal.location)
            || case when log.act then jsonb_build_array(title, before, after) else '[]' end)::text, 'UTF8')), 'hex') as personal_proof
        from auth_audit_chain chain left join auth_audit_logs log using (log_id) left join auth_audit_personal personal using (log_id) order by chain.id""".formatted(Link.ROW);

    private final Connection database;
    private final @Nullable Link noted;
    private Link at = Link.NONE;
    private boolean met;
    private long erased;

    /**
     * Begins.
     *
     * @param noted where the chain ended once, written down elsewhere; null when nobody did
     */
    Verification(Connection database, @Nullable Link noted) {
        this.database = database;
        this.noted = noted;
        this.met = noted == null;
    }

    Verdict verdict() throws SQLException {
        database.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        database.setReadOnly(true);
        database.setAutoCommit(false);
        try {
            var broken = broken();
            return new Verdict(broken, at, erased, count("select count(*) from auth_audit_unsealed"));
        } finally {
            database.rollback();
        }
    }

    private @Nullable String broken() throws SQLException {
        var checkpoint = first("""
            select checkpoints.place, checkpoints.hash, exists (select from auth_audit_logs log where event = 'audit_forgotten'
              and log.metadata ->> 'hash' = checkpoints.hash and log.metadata ->> 'place' = checkpoints.place::text) as told
            from auth_audit_checkpoints checkpoints order by place desc limit 1""", row -> {
                at = new Link(row.getLong("place"), row.getString("hash"));
                meet();
                return row.getBoolean("told") ? null : "The log does not say that what came before place %d was removed.".formatted(at.place());
            });
        if (checkpoint != null) {
            return checkpoint;
        }
        var chain = chain();
        return chain != null ? chain : outside();
    }

    private @Nullable String chain() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery(CHAIN)) {
                while (rows.next()) {
                    var wrong = wrong(rows);
                    if (wrong != null) {
                        return wrong;
                    }
                }
            }
        }
        return met ? null : "The chain ends at place %d and does not contain place %d with the hash that was noted.".formatted(at.place(), Objects.requireNonNull(noted).place());
    }

    private @Nullable String wrong(ResultSet row) throws SQLException {
        long place = row.getLong("id");
        if (place != at.place() + 1) {
            return "Place %d of the chain is missing.".formatted(at.place() + 1);
        }
        if (!row.getBoolean("there")) {
            return "Place %d: the row %s is gone.".formatted(place, row.getString("log_id"));
        }
        at = at.followedBy(row.getString("said"));
        if (!at.hash().equals(row.getString("hash"))) {
            return "Place %d: the row %s, or the chain here, is not what it was when it was sealed.".formatted(place, row.getString("log_id"));
        }
        if (noted != null && noted.place() == place && !meet()) {
            return "Place %d: the chain up to here was rewritten; it had another hash when that was noted.".formatted(place);
        }
        return personal(row);
    }

    private boolean meet() {
        met = met || at.equals(noted);
        return met;
    }

    private @Nullable String personal(ResultSet row) throws SQLException {
        if (!row.getBoolean("known")) {
            erased++;
            return null;
        }
        var proof = row.getString("personal_hash");
        return proof.equals(row.getString("personal_proof")) ? null : "Place %d: from where, with what, or what before and after of the row %s was changed.".formatted(at.place(), row.getString("log_id"));
    }

    /** What is neither in the chain nor waits for it came in, or was taken out, behind its back. */
    private @Nullable String outside() throws SQLException {
        var added = first("""
            select log_id from auth_audit_logs where not exists (select from auth_audit_chain chain where chain.log_id = auth_audit_logs.log_id)
              and not exists (select from auth_audit_unsealed waiting where waiting.log_id = auth_audit_logs.log_id) order by id limit 1""",
            row -> "The row %s is neither sealed nor does it wait to be.".formatted(row.getString(1)));
        return added != null ? added : first("""
            select log_id from auth_audit_unsealed where not exists (select from auth_audit_logs log where log.log_id = auth_audit_unsealed.log_id) order by id limit 1""",
            row -> "The row %s was removed before it was sealed.".formatted(row.getString(1)));
    }

    private interface Saying {
        @Nullable String of(ResultSet row) throws SQLException;
    }

    private @Nullable String first(String question, Saying saying) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(question)) {
            return rows.next() ? saying.of(rows) : null;
        }
    }

    private long count(String question) throws SQLException {
        try (var statement = database.createStatement(); var rows = statement.executeQuery(question)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
