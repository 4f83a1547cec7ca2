package app.maru.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;

/** What visitors could see in an edition. An edition never changes, so what is read of one in several statements belongs together. */
@Component
class PublicEntries {

    private static final String LIVE = " from_edition <= :edition and (until_edition is null or until_edition > :edition) ";

    private final JdbcClient jdbc;
    private final JsonMapper json;

    PublicEntries(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** One entry as it is served. */
    record Row(long publication, UUID entry, String body, @Nullable Instant since, List<String> sorted) {}

    /** The entries that a list shows after its cursor, one more than its limit when there are more. */
    List<Row> list(ListQuery query, long edition) {
        var condition = query.filter().sql() + (query.cursor() == null ? "" : " and " + query.sort().after());
        if (query.sort().isWithinParents()) {
            return below(query, condition, edition);
        }
        // each arm reads its own index and stops early; the second is what ended after a pinned edition
        var arm = """
            (select id, entry_id, body, display_order, first_published_at, published_at, facets from publications
             where type = :type and from_edition <= :edition and until_edition %s and %s order by %s limit :limit)""";
        var sql = "select id, entry_id, body, " + query.sort().remembered() + " as sorted from ("
            + arm.formatted("is null", condition, query.sort().orderBy()) + " union all "
            + arm.formatted("> :edition", condition, query.sort().orderBy())
            + ") live order by " + query.sort().orderBy() + " limit :limit";
        return bind(jdbc.sql(sql), query, edition).param("limit", query.limit() + 1).query(this::listed).list();
    }

    private Row listed(ResultSet row, int index) throws SQLException {
        return new Row(row.getLong("id"), row.getObject("entry_id", UUID.class), row.getString("body"), null, texts(row.getString("sorted")));
    }

    /** The entries of each parent come in order from their index, so that a page costs what it shows; parents that visitors cannot see come last. */
    private List<Row> below(ListQuery query, String condition, long edition) {
        var arm = """
            (select *, parent.parent_order from publications
             where type = :type and parent_id = parent.entry_id and from_edition <= :edition and until_edition %s and %s order by %s limit :limit)""";
        var sql = """
            with parent as materialized (
              select * from (select entry.entry_id, coalesce(seen.display_order, 2147483647) as parent_order from content_entries entry
                left join publications seen on seen.entry_id = entry.entry_id and seen.access <> 'hidden'
                  and seen.from_edition <= :edition and (seen.until_edition is null or seen.until_edition > :edition)
                where entry.type = :parents and (:all or entry.entry_id::text = any (:only))) known where %s)
            select id, entry_id, body, %s as sorted from (
              select own.* from parent cross join lateral (%s union all %s) own) found order by %s limit :limit"""
            .formatted(query.cursor() == null ? "true" : query.sort().parentsAfter(), query.sort().remembered(),
                arm.formatted("is null", condition, query.sort().orderBelowParent()), arm.formatted("> :edition", condition, query.sort().orderBelowParent()),
                query.sort().orderBy());
        var within = query.type().within();
        var only = query.filter().fields().getOrDefault(within.name(), List.of()).stream().map(id -> json.readTree(id).stringValue()).toArray(String[]::new);
        return bind(jdbc.sql(sql), query, edition).param("limit", query.limit() + 1).param("parents", within.target()).param("all", only.length == 0).param("only", only)
            .query(this::listed).list();
    }

    /** The ids of those entries that visitors find by these slugs or ids, by what each is named. */
    Map<String, UUID> ids(String type, List<String> names, long edition) {
        var ids = new HashMap<String, UUID>();
        jdbc.sql("select slug, entry_id from publications where type = :type and access <> 'hidden' and (slug = any (:names) or entry_id::text = any (:names)) and" + LIVE)
            .param("type", type).param("names", names.toArray(String[]::new)).param("edition", edition)
            .query(row -> {
                var id = row.getObject("entry_id", UUID.class);
                ids.putIfAbsent(id.toString(), id);
                if (row.getString("slug") != null) {
                    ids.put(row.getString("slug"), id);
                }
            });
        return ids;
    }

    /** The bodies of those entries that visitors can see. */
    Map<UUID, String> bodies(Collection<UUID> entries, long edition) {
        var bodies = new HashMap<UUID, String>();
        jdbc.sql("select entry_id, body from publications where access <> 'hidden' and entry_id = any (:entries) and" + LIVE)
            .param("entries", entries.toArray(UUID[]::new)).param("edition", edition)
            .query(row -> {
                bodies.put(row.getObject("entry_id", UUID.class), row.getString("body"));
            });
        return bodies;
    }

    private List<String> texts(String array) {
        var values = json.readTree(array);
        return IntStream.range(0, values.size()).mapToObj(i -> values.get(i).toString()).toList();
    }

    /** How many entries the list has altogether. */
    long count(ListQuery query, long edition) {
        // counting what is live now needs only an index; what came or went since the edition is little, or the edition old
        var sql = """
            select (select count(*) from publications where type = :type and until_edition is null and %1$s)
                 - (select count(*) from publications where type = :type and until_edition is null and from_edition > :edition and %1$s)
                 + (select count(*) from publications where type = :type and from_edition <= :edition and until_edition > :edition and %1$s)
            """.formatted(query.filter().sql());
        return bind(jdbc.sql(sql), query, edition).query(Long.class).single();
    }

    /** How many more, or fewer, it has than in the earlier edition. */
    long growth(ListQuery query, long since, long edition) {
        var sql = """
            select (select count(*) from publications where type = :type and from_edition > :since and from_edition <= :edition
                      and (until_edition is null or until_edition > :edition) and %1$s)
                 - (select count(*) from publications where type = :type and until_edition > :since and until_edition <= :edition
                      and from_edition <= :since and %1$s)""".formatted(query.filter().sql());
        return bind(jdbc.sql(sql), query, edition).param("since", since).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, ListQuery query, long edition) {
        var bound = sql.param("type", query.type().path()).param("edition", edition);
        var values = query.filter().values();
        for (int i = 0; i < values.size(); i++) {
            bound = bound.param("f" + i, values.get(i));
        }
        return query.cursor() == null ? bound : bind(bound, query.sort(), query.cursor());
    }

    private static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Sort sort, Cursor cursor) {
        var bound = sql.param("afterEntry", cursor.entry().toString());
        for (int i = 0; i < cursor.values().size(); i++) {
            bound = bound.param("after" + i, sort.keys().get(i).source().plain(cursor.values().get(i)));
        }
        return bound;
    }

    /** When the list last changed: the time of the last edition that did anything to the type. */
    Optional<Instant> changed(String type, long edition) {
        return jdbc.sql("""
                select created_at from editions where number = greatest(
                  (select max(from_edition) from publications where type = :type and access <> 'hidden' and from_edition <= :edition),
                  (select max(until_edition) from publications where type = :type and access <> 'hidden' and until_edition <= :edition))""")
            .param("type", type).param("edition", edition).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    /** The entry with that slug. */
    Optional<Row> bySlug(ContentType type, String slug, long edition) {
        return one("slug", slug, type, edition);
    }

    /** The entry with that id. */
    Optional<Row> byId(ContentType type, UUID id, long edition) {
        return one("entry_id", id, type, edition);
    }

    private Optional<Row> one(String column, Object key, ContentType type, long edition) {
        return jdbc.sql("""
                select id, entry_id, body, (select created_at from editions where number = from_edition) as since
                from publications where type = :type and access <> 'hidden' and""" + LIVE + "and " + column + " = :key")
            .param("key", key).param("type", type.path()).param("edition", edition)
            .query((row, index) -> new Row(row.getLong("id"), row.getObject("entry_id", UUID.class), row.getString("body"), time(row), List.of()))
            .optional();
    }

    private static Instant time(ResultSet row) throws SQLException {
        return row.getObject("since", OffsetDateTime.class).toInstant();
    }

    /** An entry that was at an address, and the slug that it has now. */
    record Moved(UUID entry, String slug) {}

    /** Where the entry went that had the slug last, if it can still be seen. */
    Optional<Moved> moved(ContentType type, String slug, long edition) {
        return jdbc.sql("""
                select live.entry_id, live.slug from publications past
                join (select * from publications where type = :type and access <> 'hidden' and slug is not null and""" + LIVE + """
                  ) live on live.entry_id = past.entry_id
                where past.type = :type and past.slug = :slug and past.access <> 'hidden' and past.from_edition <= :edition
                order by past.from_edition desc limit 1""")
            .param("type", type.path()).param("slug", slug).param("edition", edition)
            .query((row, index) -> new Moved(row.getObject("entry_id", UUID.class), row.getString("slug"))).optional();
    }

    /** The entry that visitors once found by the slug, or by the id when there is one. */
    Optional<UUID> past(ContentType type, String slug, @Nullable UUID id, long edition) {
        return jdbc.sql("""
                select entry_id from publications
                where type = :type and (slug = :slug or entry_id = cast(:id as uuid)) and access <> 'hidden' and from_edition <= :edition
                order by from_edition desc limit 1""")
            .param("type", type.path()).param("slug", slug).param("id", id == null ? null : id.toString()).param("edition", edition)
            .query(UUID.class).optional();
    }
}
