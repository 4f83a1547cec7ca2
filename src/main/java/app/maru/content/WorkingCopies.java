package app.maru.content;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Writes working copies: the type's own rows, the revision and the catalogue's row beside them. */
@Repository
class WorkingCopies {

    private static final String REVISE = """
        insert into content_revisions (entry_id, number, body, author, name, restored_from, created_at, updated_at)
        values (:entry, :head, :body::jsonb, :author, :name, :restored, :now, :now)""";
    private static final String POINT = """
        update content_entries set slug = :slug, title = :title, keywords = :keywords, facets = :facets::jsonb, parent_id = :parent,
               head = :head, revisions = :revisions, changed_by = :author, changed_at = :now, updated_at = :now
        where entry_id = :entry returning *""";

    private final AggregateRows rows;
    private final JdbcClient database;
    private final Entries entries;
    private final SnapshotJson snapshots;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    WorkingCopies(AggregateRows rows, JdbcClient database, Entries entries, SnapshotJson snapshots, JsonMapper json,
                  ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.entries = entries;
        this.snapshots = snapshots;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    WorkingCopy locked(ContentType type, UUID entry) {
        entries.lock(List.of(entry));
        return entries.workingCopy(type, entry);
    }

    WorkingCopy create(ContentType type, UUID entry, Snapshot snapshot, UUID author) {
        rows.insert(type, snapshot, entry, clock.instant());
        catalogued("""
            insert into content_entries (entry_id, type, slug, title, keywords, facets, parent_id, head, revisions, changed_by, changed_at, created_at, updated_at, display_order)
            values (:entry, :type, :slug, :title, :keywords, :facets::jsonb, :parent, 1, 1, :author, :now, :now, :now,
                    (select coalesce(max(display_order), 0) + %d from content_entries where type = :type))""".formatted(Ordering.STEP),
            type, entry, snapshot, author).update();
        if (type.ordered()) {
            database.sql("update %s set display_order = (select display_order from content_entries where entry_id = ?) where %s = ?"
                .formatted(type.table(), type.idColumn())).param(entry).param(entry).update();
        }
        revised(REVISE, type, entry, snapshot, author, "", null).param("head", 1).update();
        events.publishEvent(new EntrySaved(type, entry, 1, snapshot));
        return entries.workingCopy(type, entry);
    }

    /** The revision and the catalogue's row are written in one statement: a save of many children is many already. */
    WorkingCopy update(WorkingCopy current, Snapshot snapshot, UUID author, String name, @Nullable Integer restoredFrom) {
        rows.update(current, snapshot, clock.instant());
        int number = current.entry().revisions() + 1;
        return pointedTo(current, snapshot, number, revised("with revision as (" + REVISE + ") " + POINT, current.type(), current.entry().id(),
            snapshot, author, name, restoredFrom).param("head", number).param("revisions", number));
    }

    WorkingCopy pointBack(WorkingCopy current, Revision revision, UUID author) {
        rows.update(current, revision.snapshot(), clock.instant());
        return pointedTo(current, revision.snapshot(), revision.number(), catalogued(POINT, current.type(), current.entry().id(), revision.snapshot(), author)
            .param("head", revision.number()).param("revisions", current.entry().revisions()));
    }

    private WorkingCopy pointedTo(WorkingCopy current, Snapshot snapshot, int head, JdbcClient.StatementSpec statement) {
        var entry = statement.query(Entry::read).single();
        events.publishEvent(new EntrySaved(current.type(), entry.id(), head, snapshot));
        return new WorkingCopy(entry, current.type(), snapshot, current.row(), current.version() + 1, current.stamp().changedAt(clock.instant()));
    }

    private JdbcClient.StatementSpec revised(String sql, ContentType type, UUID entry, Snapshot snapshot, UUID author, String name,
                                             @Nullable Integer restoredFrom) {
        return catalogued(sql, type, entry, snapshot, author).param("body", snapshots.write(snapshot)).param("name", name)
            .param("restored", restoredFrom, Types.INTEGER);
    }

    private JdbcClient.StatementSpec catalogued(String sql, ContentType type, UUID entry, Snapshot snapshot, UUID author) {
        return database.sql(sql).param("entry", entry).param("type", type.path()).param("slug", type.slugOf(snapshot), Types.VARCHAR)
            .param("title", type.titleOf(snapshot)).param("keywords", type.keywordsOf(snapshot))
            .param("facets", json.writeValueAsString(new LinkedHashMap<>(type.facetsOf(snapshot))))
            .param("parent", type.parentOf(snapshot), Types.OTHER).param("author", author).param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }
}
