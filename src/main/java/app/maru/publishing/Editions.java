package app.maru.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import app.maru.content.NoSuchEntry;
import app.maru.publishing.Edition.Action;
import app.maru.publishing.Edition.Change;
import app.maru.publishing.Edition.How;

/** All editions, and the one way to add another. */
@Repository
public class Editions {

    private final JdbcClient database;
    private final NamedParameterJdbcOperations batches;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Editions(JdbcClient database, NamedParameterJdbcOperations batches, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Commits the next edition together with the transaction around it. From the first statement on, other publishers
     * wait for the commit: that makes numbers gap-free and in commit order, so whatever can be done before is.
     *
     * @param closed entries whose publications end with it
     * @param opened publications that begin with it
     */
    @Transactional(propagation = Propagation.MANDATORY)
    long commit(Action action, @Nullable UUID author, Collection<UUID> closed, List<Publication> opened) {
        long number = database.sql("update published_site set edition = edition + 1 returning edition").query(Long.class).single();
        database.sql("insert into editions (number, action, author, created_at, updated_at) values (:number, :action, :author, :now, :now)")
            .param("number", number).param("action", action.key()).param("author", author, java.sql.Types.OTHER)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        database.sql("update publications set until_edition = :number, updated_at = now() where entry_id = any (:entries) and until_edition is null")
            .param("number", number).param("entries", closed.toArray(UUID[]::new)).update();
        open(number, opened);
        database.sql("select pg_notify('maru_edition', ?)").param(Long.toString(number)).query().listOfRows();
        events.publishEvent(new EditionCommitted(number));
        return number;
    }

    private void open(long number, List<Publication> opened) {
        batches.batchUpdate("""
            insert into publications (entry_id, type, revision, slug, title, access, display_order, facets, body, hash,
                                      first_published_at, published_at, from_edition)
            values (:entry, :type, :revision, :slug, :title, :access, :order, :facets::jsonb, :body, :hash, :first, :published, :number)""",
            opened.stream().map(publication -> parameters(number, publication)).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(long number, Publication publication) {
        return new MapSqlParameterSource("number", number).addValue("entry", publication.entry()).addValue("type", publication.type())
            .addValue("revision", publication.revision()).addValue("slug", publication.slug()).addValue("title", publication.title())
            .addValue("access", publication.access()).addValue("order", publication.displayOrder()).addValue("facets", publication.facets())
            .addValue("body", publication.body()).addValue("hash", publication.hash())
            .addValue("first", publication.firstPublished().atOffset(ZoneOffset.UTC))
            .addValue("published", publication.published().atOffset(ZoneOffset.UTC));
    }

    /** How visitors know the entry; empty when it was never published. */
    public Optional<Standing> standing(UUID entry) {
        return database.sql("""
                select slug, access, from_edition, until_edition, published_at from publications
                where entry_id = ? order by from_edition desc limit 1""")
            .param(entry).query(Standing::read).optional();
    }

    /** The number of the newest edition; 0 when nothing was ever published. */
    public long newest() {
        return database.sql("select edition from published_site").query(Long.class).single();
    }

    /**
     * One edition.
     *
     * @throws NoSuchEntry when there is none of that number
     */
    public Edition edition(long number) {
        return page(number + 1, 1).stream().filter(edition -> edition.number() == number).findFirst()
            .orElseThrow(() -> new NoSuchEntry("edition " + number));
    }

    /** Editions before the number given (the newest when null), newest first. */
    public List<Edition> page(@Nullable Long before, int most) {
        var rows = database.sql("select * from editions where number < ? order by number desc limit ?")
            .param(before == null ? Long.MAX_VALUE : before).param(most).query(Editions::edition).list();
        if (rows.isEmpty()) {
            return rows;
        }
        var changes = changes(rows.getLast().number(), rows.getFirst().number());
        return rows.stream().map(row -> new Edition(row.number(), row.action(), row.author(), row.createdAt(),
            changes.getOrDefault(row.number(), List.of()))).toList();
    }

    private static Edition edition(ResultSet row, int index) throws SQLException {
        return new Edition(row.getLong("number"), Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
            row.getObject("author", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(), List.of());
    }

    private Map<Long, List<Change>> changes(long first, long last) {
        var changes = new LinkedHashMap<Long, List<Change>>();
        database.sql("""
                select coalesce(opened.from_edition, closed.until_edition) as number, coalesce(opened.entry_id, closed.entry_id) as entry_id,
                       coalesce(opened.type, closed.type) as type, coalesce(opened.title, closed.title) as title,
                       opened.revision, closed.revision as before, opened.hash is not distinct from closed.hash as same
                from (select * from publications where from_edition between :first and :last) opened
                full join (select * from publications where until_edition between :first and :last) closed
                  on closed.entry_id = opened.entry_id and closed.until_edition = opened.from_edition
                order by number, title""")
            .param("first", first).param("last", last)
            .query(row -> {
                changes.computeIfAbsent(row.getLong("number"), number -> new ArrayList<>()).add(change(row));
            });
        return changes;
    }

    private static Change change(ResultSet row) throws SQLException {
        var revision = row.getObject("revision", Integer.class);
        var before = row.getObject("before", Integer.class);
        var how = before == null ? How.PUBLISHED : revision == null ? How.UNPUBLISHED : row.getBoolean("same") ? How.MOVED : How.CHANGED;
        return new Change(row.getObject("entry_id", UUID.class), row.getString("type"), row.getString("title"), how, revision, before);
    }
}
