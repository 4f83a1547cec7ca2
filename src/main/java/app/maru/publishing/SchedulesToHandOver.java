package app.maru.publishing;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.OpenWork;

/** What somebody has scheduled and is still to happen: it happens all the same, and whoever has it learns when it fails. */
@Repository
class SchedulesToHandOver implements OpenWork {

    private final JdbcClient database;

    SchedulesToHandOver(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String key() {
        return "schedules";
    }

    @Override
    public int of(UUID person) {
        return database.sql("select count(*) from content_schedules where scheduled_by = ? and state = 'pending'").param(person).query(Integer.class).single();
    }

    @Override
    public int handOver(UUID from, UUID to, UUID by) {
        return database.sql("update content_schedules set scheduled_by = :to, updated_at = now() where scheduled_by = :from and state = 'pending'")
            .param("from", from).param("to", to).update();
    }
}
