package app.maru.content;

import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.OpenWork;

/** What somebody has typed and not saved; for whoever takes it over it is text of their own, typed elsewhere. */
@Repository
class UnsavedToHandOver implements OpenWork {

    private static final String KEPT = "profile_id = :person and discarded_at is null and form <> '{}'";

    private final JdbcClient database;

    UnsavedToHandOver(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String key() {
        return "unsaved";
    }

    @Override
    public int of(UUID person) {
        return database.sql("select count(distinct entry_id) from content_unsaved where " + KEPT).param("person", person).query(Integer.class).single();
    }

    @Override
    public int handOver(UUID from, UUID to, UUID by) {
        return database.sql("update content_unsaved set profile_id = :to, updated_at = now() where " + KEPT).param("person", from).param("to", to).update();
    }
}
