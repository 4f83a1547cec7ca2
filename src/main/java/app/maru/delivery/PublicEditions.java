package app.maru.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The editions as visitors may know them: numbers, times and what each changed of what they could see. */
@Component
class PublicEditions {

    private final JdbcClient jdbc;

    PublicEditions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Edition(long number, Instant createdAt) {}

    /** What an edition did to an entry, for visitors. */
    record Change(long row, String type, UUID id, @Nullable String slug, String change) {}

    /** Everything that changed after the edition, in one statement and so of one moment; at most that many changes are listed. */
    News since(long edition, int most) {
        var changed = new HashMap<String, Long>();
        long[] newest = {edition, 0};
        jdbc.sql("""
                with touched as materialized (
                  select entry_id, from_edition as edition from publications where from_edition > :edition
                  union all
                  select entry_id, until_edition from publications where until_edition > :edition
                  limit :most),
                changed as (select entry_id, max(edition) as edition from touched group by entry_id)
                select site.edition as newest, (select count(*) from touched) as touches,
                       changed.edition, changed.entry_id, past.type, past.slug
                from published_site site
                left join changed on true
                left join lateral (select distinct type, slug from publications where entry_id = changed.entry_id) past on true""")
            .param("edition", edition).param("most", most)
            .query(row -> {
                newest[0] = row.getLong("newest");
                newest[1] = row.getLong("touches");
                collect(row, changed);
            });
        return new News(newest[0], newest[1] >= most, changed);
    }

    private static void collect(ResultSet row, HashMap<String, Long> changed) throws SQLException {
        var type = row.getString("type");
        if (type == null) {
            return;
        }
        long edition = row.getLong("edition");
        changed.merge(type, edition, Math::max);
        changed.merge(type + "/" + row.getString("entry_id"), edition, Math::max);
        changed.merge(type + "/" + row.getString("slug"), edition, Math::max);
    }

    Optional<Edition> one(long number) {
        return jdbc.sql("select number, created_at from editions where number = :number").param("number", number)
            .query((row, index) -> edition(row)).optional();
    }

    /** The editions before that number, newest first. */
    List<Edition> before(long number, int limit) {
        return jdbc.sql("select number, created_at from editions where number < :number order by number desc limit :limit")
            .param("number", number).param("limit", limit)
            .query((row, index) -> edition(row)).list();
    }

    private static Edition edition(ResultSet row) throws SQLException {
        return new Edition(row.getLong("number"), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    private static final String CHANGES = """
        with ended as (select * from publications where until_edition = :number and access <> 'hidden'),
        begun as (select * from publications where from_edition = :number and access <> 'hidden'),
        changes as (
          select coalesce(begun.id, ended.id) as row, coalesce(begun.type, ended.type) as type,
                 coalesce(begun.entry_id, ended.entry_id) as entry_id,
                 case when begun.id is null then ended.slug else begun.slug end as slug,
                 case when ended.id is null then 'added' when begun.id is null then 'removed'
                      when begun.hash = ended.hash and begun.slug is not distinct from ended.slug
                           and begun.access = ended.access then 'moved'
                      else 'changed' end as change
          from begun full join ended on begun.entry_id = ended.entry_id)
        """;

    /** What the edition changed, after that row. */
    List<Change> changes(long number, long after, int limit) {
        return jdbc.sql(CHANGES + "select * from changes where row > :after order by row limit :limit")
            .param("number", number).param("after", after).param("limit", limit)
            .query((row, index) -> new Change(row.getLong("row"), row.getString("type"), row.getObject("entry_id", UUID.class),
                row.getString("slug"), row.getString("change"))).list();
    }

    long countChanges(long number) {
        return jdbc.sql(CHANGES + "select count(*) from changes").param("number", number).query(Long.class).single();
    }
}
