package app.maru.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The catalogue of all entries of all types, and what their revisions hold. */
@Repository
public class Entries {

    private final JdbcClient database;
    private final ContentTypes types;
    private final SnapshotJson json;
    private final Revisions revisions;

    Entries(JdbcClient database, ContentTypes types, SnapshotJson json, Revisions revisions) {
        this.database = database;
        this.types = types;
        this.json = json;
        this.revisions = revisions;
    }

    /**
     * The catalogue's row of an entry of that type.
     *
     * @throws NoSuchEntry when there is none
     */
    public Entry entry(ContentType type, UUID id) {
        return find(type, id).orElseThrow(() -> new NoSuchEntry(type.path() + "/" + id));
    }

    /** The catalogue's row of an entry of that type, if there is one. */
    public Optional<Entry> find(ContentType type, UUID id) {
        return database.sql("select * from content_entries where entry_id = ? and type = ?").param(id).param(type.path())
            .query(Entry::read).optional();
    }

    /** The catalogue's row of an entry of whatever type, if there is one. */
    public Optional<Entry> find(UUID id) {
        return database.sql("select * from content_entries where entry_id = ?").param(id).query(Entry::read).optional();
    }

    /** The catalogue's rows of these entries, of whatever types, by their ids; those that do not exist are left out. */
    public Map<UUID, Entry> find(Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : database.sql("select * from content_entries where entry_id = any (?)").param(ids.toArray(UUID[]::new))
            .query(Entry::read).list().stream().collect(Collectors.toMap(Entry::id, entry -> entry));
    }

    /** What this person changed last and visitors do not see yet, the newest first. */
    public List<Entry> leftBy(UUID person, int most) {
        return database.sql("""
                select * from content_entries where changed_by = ? and state in ('draft', 'changed') order by changed_at desc, id desc limit ?""")
            .param(person).param(most).query(Entry::read).list();
    }

    /** In what the checks found something, changed last first. */
    public List<Entry> remarked(int most) {
        return database.sql("select * from content_entries where remarks > 0 and archived_at is null order by changed_at desc, id desc limit ?")
            .param(most).query(Entry::read).list();
    }

    /** What entries of the type say as last saved, by their ids; those that do not exist are left out. */
    public Map<UUID, Snapshot> heads(ContentType type, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : database.sql("""
                select entry.entry_id, revision.body from content_entries entry
                join content_revisions revision on revision.entry_id = entry.entry_id and revision.number = entry.head
                where entry.entry_id = any (?) and entry.type = ?""").param(ids.toArray(UUID[]::new)).param(type.path())
            .query((row, number) -> Map.entry(row.getObject(1, UUID.class), json.read(type, row.getString(2)))).stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean exists(UUID id) {
        return database.sql("select exists (select from content_entries where entry_id = ?)").param(id).query(Boolean.class).single();
    }

    /** The entry of that type whose working copy has the slug. */
    public Optional<Entry> withSlug(ContentType type, String slug) {
        return database.sql("select * from content_entries where type = ? and slug = ?").param(type.path()).param(slug)
            .query(Entry::read).optional();
    }

    /**
     * The entry as last saved.
     *
     * @throws NoSuchEntry when there is none
     */
    public WorkingCopy workingCopy(ContentType type, UUID id) {
        return database.sql("""
                select entry.*, revision.body, root.id as root, root.version, root.created_at as root_created_at,
                       root.updated_at as root_updated_at, root.metadata as root_metadata
                from content_entries entry
                join content_revisions revision on revision.entry_id = entry.entry_id and revision.number = entry.head
                join %s root on root.%s = entry.entry_id
                where entry.entry_id = ? and entry.type = ?""".formatted(type.table(), type.idColumn()))
            .param(id).param(type.path()).query((row, number) -> workingCopy(type, row))
            .optional().orElseThrow(() -> new NoSuchEntry(type.path() + "/" + id));
    }

    private WorkingCopy workingCopy(ContentType type, ResultSet row) throws SQLException {
        return new WorkingCopy(Entry.read(row, 0), type, json.read(type, row.getString("body")), row.getLong("root"),
            row.getInt("version"), new Stamp(row.getObject("root_created_at", OffsetDateTime.class).toInstant(),
                row.getObject("root_updated_at", OffsetDateTime.class).toInstant(), new Json(row.getString("root_metadata"))));
    }

    /**
     * Locks the entries until the transaction ends, always in the same order, so that two who lock several never wait
     * for each other. Read them in a statement of its own afterwards: a statement that waited for a lock may join the
     * new row with older ones.
     */
    public void lock(Collection<UUID> ids) {
        database.sql("select id from content_entries where entry_id = any (?) order by id for update")
            .param(ids.toArray(UUID[]::new)).query(Long.class).list();
    }

    /** Keeps how much the checks found in the entry, by which lists can be narrowed. */
    public void remark(UUID id, int remarks) {
        database.sql("update content_entries set remarks = :remarks where entry_id = :entry and remarks <> :remarks")
            .param("entry", id).param("remarks", remarks).update();
    }

    /**
     * One revision of an entry.
     *
     * @throws NoSuchEntry when there is none of that number
     */
    public Revision revision(ContentType type, UUID id, int number) {
        return revisions.revision(type, id, number);
    }
}
