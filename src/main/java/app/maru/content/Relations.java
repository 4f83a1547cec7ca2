package app.maru.content;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What entries point to, and who points to them: it follows from the values that the catalogue keeps of each. */
@Repository
public class Relations {

    private final JdbcClient database;
    private final ContentTypes types;

    Relations(JdbcClient database, ContentTypes types) {
        this.database = database;
        this.types = types;
    }

    /** What the snapshot points to, by the name of the field. */
    public static Map<String, UUID> of(ContentType type, Snapshot snapshot) {
        var targets = new HashMap<String, UUID>();
        type.relations().stream().filter(field -> !Values.isAbsent(snapshot.value(field.name())))
            .forEach(field -> targets.put(field.name(), UUID.fromString(Values.text(snapshot.value(field.name())))));
        return targets;
    }

    /** What of the snapshot points to nothing, to itself or back to where it came from; to be asked for in the transaction that saves it. */
    List<Problem> problems(ContentType type, UUID entry, Snapshot snapshot) {
        var problems = new ArrayList<Problem>();
        for (var field : type.relations()) {
            var target = of(type, snapshot).get(field.name());
            if (target != null) {
                problems.addAll(problems(field, types.of(field.target()), entry, target));
            }
        }
        return problems;
    }

    private List<Problem> problems(Field field, ContentType pointedTo, UUID entry, UUID target) {
        if (target.equals(entry)) {
            return List.of(Problem.storable(field.name(), "RelatedToItself"));
        }
        var title = titles(pointedTo, target);
        if (title.isEmpty()) {
            return List.of(Problem.storable(field.name(), "RelatedMissing"));
        }
        return reaches(pointedTo, target, entry) ? List.of(Problem.storable(field.name(), "RelatedInACircle", title.getFirst())) : List.of();
    }

    private List<String> titles(ContentType type, UUID entry) {
        return database.sql("select title from content_entries where entry_id = ? and type = ?").param(entry).param(type.path()).query(String.class).list();
    }

    /** Whether one comes from the other by following what entries point to; two who close a circle from both sides at once wait for each other. */
    private boolean reaches(ContentType type, UUID start, UUID end) {
        if (!isCircular(type, new HashSet<>())) {
            return false;
        }
        database.sql("select pg_advisory_xact_lock(hashtext('relations of ' || ?))").param(type.path()).query().singleRow();
        return database.sql("""
                with recursive reached (entry_id) as (
                  select cast(:start as uuid)
                  union
                  select cast(entry.facets ->> relation.name as uuid)
                  from reached join content_entries entry using (entry_id)
                  join unnest(:types, :names) as relation (type, name) on relation.type = entry.type
                  where entry.facets ->> relation.name is not null)
                select exists (select from reached where entry_id = :end)""")
            .param("start", start).param("end", end)
            .param("types", all().stream().map(relation -> relation.type().path()).toArray(String[]::new))
            .param("names", all().stream().map(relation -> relation.field().name()).toArray(String[]::new))
            .query(Boolean.class).single();
    }

    private boolean isCircular(ContentType type, Set<String> seen) {
        return !seen.add(type.path()) || type.relations().stream().anyMatch(field -> isCircular(types.of(field.target()), new HashSet<>(seen)));
    }

    private record Relating(ContentType type, Field field) {}

    private List<Relating> all() {
        return types.all().stream().flatMap(type -> type.relations().stream().map(field -> new Relating(type, field))).toList();
    }

    /** What entries are called, by their ids; those that do not exist are left out. */
    public Map<UUID, String> titles(Collection<UUID> ids) {
        var titles = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            database.sql("select entry_id, title from content_entries where entry_id = any (?)").param(ids.toArray(UUID[]::new))
                .query(row -> {
                    titles.put(row.getObject(1, UUID.class), row.getString(2));
                });
        }
        return titles;
    }

    /**
     * Those of the entries to which others point that are to stay: what goes with them does not hold them.
     *
     * @param seen whether only those others matter that visitors see
     */
    public Set<UUID> held(ContentType type, Collection<UUID> going, boolean seen) {
        var held = new HashSet<UUID>();
        var left = new HashSet<>(going);
        for (var more = heldBesides(type, left, seen); !more.isEmpty(); more = heldBesides(type, left, seen)) {
            held.addAll(more);
            left.removeAll(more);
        }
        return held;
    }

    private List<UUID> heldBesides(ContentType type, Set<UUID> going, boolean seen) {
        var ids = going.toArray(UUID[]::new);
        return pointingTo(type).flatMap(relating -> database.sql("""
                select target.id from unnest(:going) as target (id) where exists (
                  select from content_entries where type = :type and facets @> jsonb_build_object(:field, cast(target.id as text)) and %s
                    and entry_id <> all (:besides))""".formatted(counts(seen)))
            .param("going", ids).param("type", relating.type().path()).param("field", relating.field().name())
            .param("besides", relating.type().path().equals(type.path()) ? ids : new UUID[0]).query(UUID.class).list().stream()).distinct().toList();
    }

    private Stream<Relating> pointingTo(ContentType type) {
        return all().stream().filter(relation -> type.path().equals(relation.field().target()));
    }

    private static String counts(boolean seen) {
        return seen ? "archived_at is null and live is not null" : "archived_at is null";
    }

    /**
     * Who points to the entry with the working copy: those that visitors see, or all that are not archived.
     *
     * @param most how many of them are told
     */
    public Several users(ContentType type, UUID entry, boolean seen, int most) {
        var first = new ArrayList<Entry>();
        int total = 0;
        for (var relating : pointingTo(type).toList()) {
            var found = database.sql("""
                    select *, count(*) over () as total from content_entries
                    where type = ? and facets @> jsonb_build_object(?, cast(? as text)) and %s order by display_order, id limit ?"""
                .formatted(counts(seen)))
                .param(relating.type().path()).param(relating.field().name()).param(entry.toString()).param(most)
                .query((row, number) -> new Several(List.of(Entry.read(row, number)), row.getInt("total"))).list();
            found.forEach(user -> first.addAll(user.first()));
            total += found.isEmpty() ? 0 : found.getFirst().total();
        }
        return new Several(List.copyOf(first.subList(0, Math.min(most, first.size()))), total);
    }
}
