package app.maru.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

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

/** All editions, and the one way to add another. */
@Repository
public class Editions {

    /** How many of an edition's changes are told at once. */
    public static final int SHOWN = 25;
    private static final int FEW = 5;

    private final JdbcClient database;
    private final NamedParameterJdbcOperations batches;
    private final EditionChanges changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Editions(JdbcClient database, NamedParameterJdbcOperations batches, EditionChanges changes, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.batches = batches;
        this.changes = changes;
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
        long number = next(action, author);
        database.sql("update publications set until_edition = :number, updated_at = now() where entry_id = any (:entries) and until_edition is null")
            .param("number", number).param("entries", closed.toArray(UUID[]::new)).update();
        open(number, opened);
        events.publishEvent(new EditionCommitted(number, action, author));
        return number;
    }

    /** Other nodes are told in the same statement; they hear of it when the transaction is committed. */
    private long next(Action action, @Nullable UUID author) {
        return database.sql("""
                with site as (update published_site set edition = edition + 1 returning edition),
                edition as (insert into editions (number, action, author, created_at, updated_at)
                  select edition, :action, :author, :now, :now from site returning number)
                select number, pg_notify('maru_edition', number::text) from edition""")
            .param("action", action.key()).param("author", author, java.sql.Types.OTHER).param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, index) -> row.getLong("number")).single();
    }

    private void open(long number, List<Publication> opened) {
        batches.batchUpdate("""
            insert into publications (entry_id, type, revision, slug, title, access, parent_id, display_order, facets, body, hash,
                                      first_published_at, published_at, from_edition)
            values (:entry, :type, :revision, :slug, :title, :access, :parent, :order, :facets::jsonb, :body, :hash, :first, :published, :number)""",
            opened.stream().map(publication -> parameters(number, publication)).toArray(MapSqlParameterSource[]::new));
    }

    private static MapSqlParameterSource parameters(long number, Publication publication) {
        return new MapSqlParameterSource("number", number).addValue("entry", publication.entry()).addValue("type", publication.type())
            .addValue("revision", publication.revision()).addValue("slug", publication.slug()).addValue("title", publication.title())
            .addValue("access", publication.access()).addValue("parent", publication.parent(), java.sql.Types.OTHER).addValue("order", publication.displayOrder()).addValue("facets", publication.facets())
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
     * One edition, with the first of its changes.
     *
     * @throws NoSuchEntry when there is none of that number
     */
    public Edition edition(long number) {
        return edition(number, 0);
    }

    /**
     * One edition, with some of its changes.
     *
     * @param skipped how many changes come before those
     * @throws NoSuchEntry when there is none of that number
     */
    public Edition edition(long number, int skipped) {
        return editions(number, 1, skipped, SHOWN).stream().filter(edition -> edition.number() == number).findFirst()
            .orElseThrow(() -> new NoSuchEntry("edition " + number));
    }

    /** Editions before the number given (the newest when null), newest first, each with the first few of its changes. */
    public List<Edition> page(@Nullable Long before, int most) {
        return editions(before == null ? Long.MAX_VALUE : before - 1, most, 0, FEW);
    }

    private List<Edition> editions(long newest, int most, int skipped, int shown) {
        var rows = database.sql("""
                select *, exists (select from content_schedules where edition = number) as scheduled
                from editions where number <= ? order by number desc limit ?""")
            .param(newest).param(most).query(Editions::edition).list();
        if (rows.isEmpty()) {
            return rows;
        }
        var placed = changes.between(rows.getLast().number(), rows.getFirst().number(), skipped, shown).stream()
            .collect(Collectors.groupingBy(EditionChanges.Placed::edition));
        return rows.stream().map(row -> row.with(placed.getOrDefault(row.number(), List.of()))).toList();
    }

    private static Edition edition(ResultSet row, int index) throws SQLException {
        return new Edition(row.getLong("number"), Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)),
            row.getObject("author", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getBoolean("scheduled"),
            List.of(), 0);
    }

    /** From one edition until another, visitors saw one revision of an entry; still do when there is no other. */
    public record Span(int revision, long from, @Nullable Long until) {

        private boolean isFollowedBy(Span next) {
            return revision == next.revision && until != null && until == next.from;
        }
    }

    /** When visitors saw which revision of an entry, oldest first. */
    public List<Span> spans(UUID entry) {
        var spans = new ArrayList<Span>();
        database.sql("select revision, from_edition, until_edition from publications where entry_id = ? order by from_edition").param(entry)
            .query((row, index) -> new Span(row.getInt(1), row.getLong(2), row.getObject(3, Long.class))).list()
            .forEach(span -> {
                boolean goesOn = !spans.isEmpty() && spans.getLast().isFollowedBy(span);
                spans.add(goesOn ? new Span(span.revision, spans.removeLast().from, span.until) : span);
            });
        return List.copyOf(spans);
    }

    /**
     * What an edition put before visitors of one author's work.
     *
     * @param entries how many entries; the rest tells of the first of them
     */
    public record Share(UUID author, int entries, UUID entry, String type, String title) {

        /** The desk's address of the first entry. */
        public String address() {
            return "/" + type + "/" + entry;
        }
    }

    /** Whose revisions visitors see since that edition, leaving out who committed it. */
    public List<Share> shares(long number) {
        return database.sql("""
                select author, count(*) as entries, (array_agg(entry_id order by id))[1] as entry, (array_agg(type order by id))[1] as type, (array_agg(title order by id))[1] as title
                from (
                  select revision.author, published.entry_id, published.type, published.title, published.id from publications published
                  join content_revisions revision on revision.entry_id = published.entry_id and revision.number = published.revision
                  where published.from_edition = :number and revision.author is not null
                    and revision.author is distinct from (select author from editions where editions.number = :number)
                    and not exists (select from publications former where former.entry_id = published.entry_id and former.until_edition = :number and former.revision = published.revision)
                ) put group by author""")
            .param("number", number)
            .query((row, index) -> new Share(row.getObject("author", UUID.class), row.getInt("entries"), row.getObject("entry", UUID.class), row.getString("type"), row.getString("title"))).list();
    }
}
