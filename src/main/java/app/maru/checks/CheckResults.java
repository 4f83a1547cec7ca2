package app.maru.checks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.Entries;
import app.maru.content.Entry;

/**
 * What was found in each entry, and what has to be looked at again. Every wish is counted by the transaction that gives
 * rise to it, and a result says which wishes it answers: so none is lost with the node that was about to answer it, and
 * of two nodes that answer the same one the later result stands.
 */
@Repository
class CheckResults {

    private final JdbcClient database;
    private final Entries entries;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckResults(JdbcClient database, Entries entries, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** The first of some entries, and how many there are. */
    record Found(List<UUID> first, int total) {}

    /** An entry that is to be looked at. */
    record Wish(long id, UUID entry, long number) {}

    /** Wishes that the entry, which mentions these addresses now, is looked at. */
    void wish(UUID entry, List<String> addresses) {
        database.sql("""
                insert into content_checks (entry_id, links, wished) values (:entry, :links, 1)
                on conflict (entry_id) do update set links = excluded.links, wished = content_checks.wished + 1""")
            .param("entry", entry).param("links", addresses.toArray(String[]::new)).update();
    }

    /**
     * Wishes that all entries are looked at which mention an address that the edition gave, took away or made lead elsewhere,
     * and those in which something was found that the edition itself gave or took away: now visitors meet it, or no longer do.
     */
    void wishForThoseThatLinkTo(long edition) {
        database.sql("""
                update content_checks set wished = wished + 1
                where links && array(
                  select '/' || type || '/' || name from publications cross join lateral (values (slug), (entry_id::text)) as known (name)
                  where name is not null and entry_id in (
                    select entry_id from (select entry_id, slug, access from publications where from_edition = :edition) opened
                    full join (select entry_id, slug, access from publications where until_edition = :edition) closed using (entry_id)
                    where (opened.slug, opened.access) is distinct from (closed.slug, closed.access)))
                  or warnings > 0 and entry_id = any (array(
                    select entry_id from publications where from_edition = :edition union select entry_id from publications where until_edition = :edition))""")
            .param("edition", edition).update();
    }

    /** Some of the entries that are to be looked at, behind the one given. */
    List<Wish> wishes(long behind, int most) {
        return database.sql("select id, entry_id, wished from content_checks where answered < wished and id > ? order by id limit ?")
            .param(behind).param(most).query((row, number) -> new Wish(row.getLong(1), row.getObject(2, UUID.class), row.getLong(3))).list();
    }

    /**
     * Keeps what was found, unless a later wish has been answered meanwhile. The entry is locked before its findings, as
     * whoever saves it does.
     */
    @Transactional
    void answer(Wish wish, int revision, List<String> addresses, Checked found) {
        database.sql("set local synchronous_commit = off").update(); // what a crash takes away is wished for still
        entries.lock(List.of(wish.entry));
        int kept = database.sql("""
                update content_checks set answered = :number, revision = :revision, findings = :findings::jsonb, errors = :errors, warnings = :warnings,
                       links = case when wished = :number then :links else links end, checked_at = :now, updated_at = :now
                where id = :id and answered < :number""")
            .param("id", wish.id).param("number", wish.number).param("revision", revision).param("findings", json.writeValueAsString(found.findings()))
            .param("errors", found.errors().size()).param("warnings", found.warnings().size()).param("links", addresses.toArray(String[]::new))
            .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        if (kept > 0) {
            entries.remark(wish.entry, found.errors().size() + found.warnings().size());
            events.publishEvent(new EntryChecked(wish.entry, revision, found));
        }
    }

    /** What was found in the entry's newest revision; empty while that is still to be done, or to be done again. */
    Optional<Checked> current(Entry entry) {
        return database.sql("select findings from content_checks where entry_id = ? and revision = ? and answered = wished")
            .param(entry.id()).param(entry.head()).query(this::checked).optional();
    }

    private Checked checked(ResultSet row, int number) throws SQLException {
        return new Checked(List.of(json.readValue(row.getString("findings"), Finding[].class)));
    }

    /** Whether there are warnings in the newest revision of each entry; those are left out that are still to be looked at. */
    Map<UUID, Boolean> warnings(Collection<UUID> entries) {
        return database.sql("""
                select found.entry_id, found.warnings > 0 from content_checks found
                join content_entries entry on entry.entry_id = found.entry_id and entry.head = found.revision
                where found.entry_id = any (?) and found.answered = found.wished""")
            .param(entries.toArray(UUID[]::new)).query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getBoolean(2))).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /**
     * Entries that are not put away and mention an address that the entry has or had, and how many there are. PostgreSQL
     * takes it that one entry in a hundred mentions them: it would read all findings, in parallel, were it not led to go
     * by the index and from each finding to its entry ({@code offset 0}).
     */
    Found linking(Entry entry, int most) {
        return found(database.sql("""
                select other.entry_id, count(*) over () as total
                from content_checks cross join lateral (select * from content_entries where entry_id = content_checks.entry_id offset 0) other
                where other.entry_id <> :entry and other.archived_at is null and links && array(
                  select '/' || :type || '/' || name
                  from (select slug as name from publications where entry_id = :entry union select :slug union select :id) known where name is not null)
                order by other.type, other.title, other.id limit :most""")
            .param("entry", entry.id()).param("type", entry.type()).param("slug", entry.slug(), Types.VARCHAR).param("id", entry.id().toString())
            .param("most", most));
    }

    /** Entries that the entry mentions by an address that they have or, failing that, had; and how many there are. */
    Found linked(Entry entry, int most) {
        return found(database.sql("""
                select entry_id, count(*) over () as total from (
                  select target as entry_id, min(place) as place
                  from content_checks cross join lateral unnest(links) with ordinality as mention (path, place)
                  cross join lateral (select substring(path from '^/(.+)/') as type, substring(path from '[^/]+$') as name) address
                  cross join lateral (select coalesce(
                    (select open.entry_id from publications open where open.type = address.type and slug = name and until_edition is null),
                    (select own.entry_id from content_entries own where own.type = address.type and slug = name),
                    (select own.entry_id from content_entries own where own.type = address.type and own.entry_id = case when name ~ :uuid then name::uuid end),
                    (select former.entry_id from publications former where former.type = address.type and slug = name order by from_edition desc limit 1)) as target) found
                  where content_checks.entry_id = :entry and target <> :entry group by target) mentioned
                order by place limit :most""")
            .param("entry", entry.id()).param("uuid", "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$").param("most", most));
    }

    private static Found found(JdbcClient.StatementSpec query) {
        var total = new AtomicInteger();
        var first = query.query((row, number) -> {
            total.set(row.getInt("total"));
            return row.getObject("entry_id", UUID.class);
        }).list();
        return new Found(first, total.get());
    }

    Map<UUID, Integer> counts(Collection<UUID> entries) {
        return database.sql("select entry_id, errors + warnings as found from content_checks where entry_id = any (?) and errors + warnings > 0")
            .param(entries.toArray(UUID[]::new)).query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getInt(2))).list().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
