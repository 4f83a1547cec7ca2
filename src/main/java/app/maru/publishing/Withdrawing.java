package app.maru.publishing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.publishing.Edition.Action;

/** Takes entries from visitors, and puts archived ones back on the desk. */
@Component
public class Withdrawing {

    private final JdbcClient database;
    private final Entries entries;
    private final Editions editions;

    Withdrawing(JdbcClient database, Entries entries, Editions editions) {
        this.database = database;
        this.entries = entries;
        this.editions = editions;
    }

    /**
     * Makes a live entry a draft again; does nothing to one that is not live.
     *
     * @return the entry as it was before
     * @throws app.maru.content.NoSuchEntry when there is none
     */
    @Transactional
    public Entry unpublish(ContentType type, UUID id, UUID author) {
        return withdraw(Action.UNPUBLISH, type, id, author);
    }

    /**
     * Unpublishes an entry and hides it from lists.
     *
     * @return the entry as it was before
     * @throws app.maru.content.NoSuchEntry when there is none
     */
    @Transactional
    public Entry archive(ContentType type, UUID id, UUID author) {
        var before = withdraw(Action.ARCHIVE, type, id, author);
        database.sql("update content_entries set archived_at = coalesce(archived_at, now()), updated_at = now() where entry_id = ?").param(id).update();
        return before;
    }

    /** Puts an archived entry back among the drafts. */
    @Transactional
    public void restore(ContentType type, UUID id) {
        entries.lock(List.of(id));
        database.sql("update content_entries set archived_at = null, updated_at = now() where entry_id = ? and type = ?")
            .param(id).param(type.path()).update();
    }

    private Entry withdraw(Action action, ContentType type, UUID id, @Nullable UUID author) {
        entries.lock(List.of(id));
        var before = entries.entry(type, id);
        if (before.isLive()) {
            editions.commit(action, author, List.of(id), List.of());
            database.sql("update content_entries set live = null, updated_at = now() where entry_id = ?").param(id).update();
        }
        return before;
    }
}
