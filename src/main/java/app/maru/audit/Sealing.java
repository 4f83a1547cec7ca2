package app.maru.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Chains what has been committed, one batch after the other, by one writer of all nodes: who signs in waits for nobody.
 * Rows wait in a table of their own until they are sealed, so that one whose transaction ends late takes its place then.
 */
@Repository
class Sealing {

    static final int BATCH = 1000;

    private final JdbcClient database;

    Sealing(JdbcClient database) {
        this.database = database;
    }

    private record Waiting(long id, UUID log, String row) {}

    /** Seals the next rows; how many. None while another writer is at it. */
    @Transactional
    public int seal() {
        if (!database.sql("select pg_try_advisory_xact_lock(hashtext('audit-chain'))").query(Boolean.class).single()) {
            return 0;
        }
        var waiting = database.sql("select waiting.id, log.log_id, " + Link.ROW + " as said from auth_audit_unsealed waiting join auth_audit_logs log using (log_id) order by waiting.id limit " + BATCH)
            .query((row, number) -> new Waiting(row.getLong("id"), row.getObject("log_id", UUID.class), row.getString("said"))).list();
        if (!waiting.isEmpty()) {
            append(waiting, newest());
        }
        return waiting.size();
    }

    private void append(List<Waiting> rows, Link newest) {
        var links = new ArrayList<Link>();
        for (var row : rows) {
            links.add((links.isEmpty() ? newest : links.getLast()).followedBy(row.row));
        }
        database.sql("insert into auth_audit_chain (id, log_id, hash) select * from unnest(:places, :logs, :hashes)")
            .param("places", links.stream().map(Link::place).toArray(Long[]::new)).param("logs", rows.stream().map(Waiting::log).toArray(UUID[]::new))
            .param("hashes", links.stream().map(Link::hash).toArray(String[]::new)).update();
        database.sql("delete from auth_audit_unsealed where id = any (?)").param(rows.stream().map(Waiting::id).toArray(Long[]::new)).update();
    }

    /** Where the chain ends: who writes that down elsewhere can prove later that nothing before was rewritten. */
    Link newest() {
        return database.sql("""
                (select id, hash from auth_audit_chain order by id desc limit 1) union all (select place, hash from auth_audit_checkpoints order by place desc limit 1)
                order by id desc limit 1""")
            .query((row, number) -> new Link(row.getLong(1), row.getString(2))).optional().orElse(Link.NONE);
    }
}
