package app.maru.content;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.Keeping.Beginning;
import app.maru.content.Keeping.Left;
import app.maru.content.Unsaved.Part;

/** Where unsaved text lies: a row for each sitting and each revision that its form was made from. */
@Repository
class UnsavedTexts {

    /** How many bytes one sitting may have kept; the table takes a little more, for the blanks that it puts between them. */
    static final int MOST = 3_900_000;
    /** How long what was discarded can be had back, and what was saved is known to have been. */
    private static final Duration REMEMBERED = Duration.ofDays(1);
    private static final TypeReference<Map<String, List<String>>> FORM = new TypeReference<>() {};
    private static final String OF = " where entry_id = :entry and profile_id = :person";

    private final JdbcClient database;
    private final JsonMapper json;
    private final Clock clock;

    UnsavedTexts(JdbcClient database, JsonMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    Unsaved of(UUID entry, UUID person) {
        return new Unsaved(on("select * from content_unsaved" + OF + " and discarded_at is null and form <> '{}'", entry, person)
            .query(this::part).list());
    }

    /**
     * Whether the sitting has had something kept, or saved, under that number or a later one; the rows stay locked. They are
     * read in a statement of its own: one that waited for a lock does not see what was added meanwhile.
     */
    boolean isLate(UUID entry, UUID person, UUID sitting, int number) {
        on("select pg_advisory_xact_lock(hashtextextended(concat(:entry::uuid, :person::uuid), 0))", entry, person).query().listOfRows();
        return on("select sitting_id, number from content_unsaved" + OF + " order by id for update", entry, person)
            .query((row, index) -> sitting.equals(row.getObject(1, UUID.class)) && row.getInt(2) >= number).list().contains(true);
    }

    /** Lays the changes over what the sitting had kept before; false when that would be too much. */
    boolean put(ContentType type, UUID entry, UUID person, Part part) {
        var form = json.writeValueAsString(part.form());
        return form.getBytes(StandardCharsets.UTF_8).length <= MOST && on("""
                insert into content_unsaved as kept (entry_id, type, profile_id, sitting_id, base, number, form, saved_at)
                values (:entry, :type, :person, :sitting, :base, :number, :form::jsonb, :at)
                on conflict (entry_id, profile_id, sitting_id, base) do update
                set form = case when kept.discarded_at is null then kept.form || excluded.form else excluded.form end, discarded_at = null,
                    number = excluded.number, saved_at = excluded.saved_at, updated_at = excluded.saved_at
                where octet_length((kept.form || excluded.form)::text) <= :most""", entry, person)
            .param("type", type.path()).param("sitting", part.sitting()).param("base", part.base()).param("number", part.number())
            .param("form", form).param("at", at(part.at())).param("most", MOST).update() > 0;
    }

    /** Takes the places out of what other sittings, or this one with an older form, had kept. */
    void clearOthers(UUID entry, UUID person, Part part) {
        on("""
            update content_unsaved set form = form - :paths::text[], updated_at = :now
            where entry_id = :entry and profile_id = :person and (sitting_id, base) <> (:sitting, :base) and jsonb_exists_any(form, :paths::text[]) and discarded_at is null""",
            entry, person).param("paths", part.form().keySet().toArray(String[]::new)).param("sitting", part.sitting())
            .param("base", part.base()).param("now", at(part.at())).update();
    }

    /** The parts are saved: they go, unless there is more in them by now. */
    void settle(UUID entry, UUID person, Collection<Part> parts) {
        parts.forEach(part -> on("update content_unsaved set form = '{}', updated_at = :now" + OF
            + " and sitting_id = :sitting and base = :base and number = :number", entry, person)
            .param("sitting", part.sitting()).param("base", part.base()).param("number", part.number()).param("now", now()).update());
        database.sql("delete from content_unsaved where profile_id = ? and saved_at < ? and (form = '{}' or discarded_at is not null)")
            .param(person).param(at(clock.instant().minus(REMEMBERED))).update();
    }

    /** What the sitting sent before the number and arrives later changes nothing any more. */
    void close(ContentType type, UUID entry, UUID person, int base, UUID sitting, int number) {
        on("""
            insert into content_unsaved as kept (entry_id, type, profile_id, sitting_id, base, number, saved_at)
            values (:entry, :type, :person, :sitting, :base, :number, :now)
            on conflict (entry_id, profile_id, sitting_id, base) do update
            set form = '{}', number = greatest(kept.number, excluded.number), updated_at = excluded.saved_at
            where kept.number <= excluded.number""", entry, person)
            .param("type", type.path()).param("sitting", sitting).param("base", base).param("number", number).param("now", now()).update();
    }

    /** What the sitting sent before the number and arrives later brings nothing back. */
    int discard(UUID entry, UUID person, UUID sitting, int number) {
        return on("""
            update content_unsaved set discarded_at = :now, updated_at = :now,
                   number = case when sitting_id = :sitting then greatest(number, :number) else number end
            where entry_id = :entry and profile_id = :person and discarded_at is null and form <> '{}'""", entry, person)
            .param("sitting", sitting).param("number", number).param("now", now()).update();
    }

    int restore(UUID entry, UUID person) {
        return on("update content_unsaved set discarded_at = null, updated_at = :now" + OF
            + " and discarded_at = (select max(discarded_at) from content_unsaved" + OF + ")", entry, person).param("now", now()).update();
    }

    /** The last entries of that type that the person began and never saved. */
    List<Beginning> beginnings(ContentType type, UUID person) {
        return database.sql("""
                select kept.entry_id, max(kept.form -> :title ->> -1) as title, max(kept.saved_at) as at from content_unsaved kept
                where kept.profile_id = :person and kept.type = :type and kept.discarded_at is null and kept.form <> '{}'
                  and not exists (select from content_entries entry where entry.entry_id = kept.entry_id)
                group by kept.entry_id order by at desc limit 8""")
            .param("title", type.title().name()).param("person", person).param("type", type.path())
            .query((row, number) -> new Beginning(row.getObject(1, UUID.class), row.getString(2) == null ? "" : row.getString(2), instant(row, "at"))).list();
    }

    List<Left> left(List<ContentType> types, UUID person, int most) {
        return database.sql("""
                select kept.entry_id, kept.type, coalesce(max(entry.title), max(kept.form -> known.title ->> -1), '') as title, max(kept.saved_at) as at,
                  max(entry.id) is not null as stored
                from content_unsaved kept join unnest(:types::text[], :titles::text[]) as known (type, title) on known.type = kept.type
                left join content_entries entry on entry.entry_id = kept.entry_id
                where kept.profile_id = :person and kept.discarded_at is null and kept.form <> '{}'
                group by kept.entry_id, kept.type order by at desc limit :most""")
            .param("types", types.stream().map(ContentType::path).toArray(String[]::new)).param("titles", types.stream().map(type -> type.title().name()).toArray(String[]::new))
            .param("person", person).param("most", most)
            .query((row, number) -> new Left(row.getObject(1, UUID.class), row.getString("type"), row.getString("title"), instant(row, "at"), row.getBoolean("stored"))).list();
    }

    private JdbcClient.StatementSpec on(String sql, UUID entry, UUID person) {
        return database.sql(sql).param("entry", entry).param("person", person);
    }

    private Part part(ResultSet row, int number) throws SQLException {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>(json.readValue(row.getString("form"), FORM));
        return new Part(row.getObject("sitting_id", UUID.class), row.getInt("number"), row.getInt("base"), form, instant(row, "saved_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private OffsetDateTime now() {
        return at(clock.instant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
