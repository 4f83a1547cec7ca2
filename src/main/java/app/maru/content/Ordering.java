package app.maru.content;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the entries of a type in order by sparse numbers: a move gives the entry a number between its new neighbours and
 * touches no other entry, until there is none left between them; then the nearest neighbours move apart. No two entries of
 * a type have one number, whatever their parents: one may come to stand among those of the other.
 */
@Component
public class Ordering {

    static final int STEP = 1024;
    private static final int STEP_ASIDE = 16;

    private final JdbcClient database;
    private final Entries entries;

    Ordering(JdbcClient database, Entries entries) {
        this.database = database;
        this.entries = entries;
    }

    /** An entry and its number. */
    public record Place(UUID entry, int displayOrder) {}

    /**
     * Moves the entry directly behind another, or before all others.
     *
     * @param after the entry to stand behind; null to become the first
     * @return every entry whose number changed: the moved one first, others only when room had to be made; none when the
     * entry stands there already
     * @throws NoSuchEntry when there is no such entry to stand behind
     * @throws OtherParent when that one is in order among those of another parent
     */
    @Transactional
    public List<Place> move(ContentType type, UUID entry, @Nullable UUID after) {
        database.sql("select pg_advisory_xact_lock(hashtext('order of ' || ?))").param(type.path()).query().singleRow();
        if (entry.equals(after) || Objects.equals(after, predecessor(type, entry))) {
            return List.of();
        }
        if (after != null) {
            entries.entry(type, after);
            inOneOrder(type, entry, after);
        }
        var others = neighbours(type, entry, after, 2);
        int place = after == null ? 0 : 1;
        int before = after == null ? 0 : others.getFirst().displayOrder();
        int next = others.size() > place ? others.get(place).displayOrder() : before + 2 * STEP;
        int between = free(type, entry, before + (next - before) / 2);
        between = between < next ? between : free(type, entry, before + 1);
        return between > before && between < next ? List.of(put(type, entry, between)) : spread(type, entry, after);
    }

    /** The first number from there on that no other entry of the type has. */
    private int free(ContentType type, UUID entry, int from) {
        return database.sql("""
                select case when not exists (select from content_entries where type = :type and entry_id <> :entry and display_order = :from) then :from else (
                  select display_order + 1 from content_entries taken where type = :type and display_order >= :from and not exists (
                    select from content_entries where type = :type and entry_id <> :entry and display_order = taken.display_order + 1)
                  order by display_order limit 1) end""")
            .param("type", type.path()).param("entry", entry).param("from", from).query(Integer.class).single();
    }

    /**
     * Makes sure that both have their places in the same order.
     *
     * @throws OtherParent when they have not
     */
    public void inOneOrder(ContentType type, UUID entry, UUID other) {
        if (!Objects.equals(parent(type, entry), parent(type, other))) {
            throw new OtherParent(type, entry);
        }
    }

    private @Nullable UUID parent(ContentType type, UUID entry) {
        return type.within() == null ? null : database.sql("select parent_id from content_entries where entry_id = ?").param(entry)
            .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class))).optional().flatMap(found -> found).orElse(null);
    }

    /** The condition that keeps to one order; the entry's parent is {@code :parent}. */
    private static String inOrder(ContentType type, @Nullable UUID parent) {
        return type.within() == null ? "" : parent == null ? " and parent_id is null" : " and parent_id = :parent";
    }

    /** The entry that stands directly before another; null when that is the first. */
    public @Nullable UUID predecessor(ContentType type, UUID entry) {
        return predecessor(type, entry, entry);
    }

    /**
     * The entry that would stand directly before another if a third were not there.
     *
     * @throws NoSuchEntry when there is no such entry to stand before
     */
    public @Nullable UUID predecessor(ContentType type, UUID entry, UUID ignored) {
        entries.entry(type, entry);
        var parent = parent(type, entry);
        return database.sql("""
                select entry_id from content_entries
                where type = :type and entry_id <> :ignored
                  and (display_order, id) < (select display_order, id from content_entries where entry_id = :entry)%s
                order by display_order desc, id desc limit 1""".formatted(inOrder(type, parent)))
            .param("parent", parent, Types.OTHER).param("type", type.path()).param("entry", entry).param("ignored", ignored)
            .query(UUID.class).optional().orElse(null);
    }

    private List<Place> neighbours(ContentType type, UUID entry, @Nullable UUID after, int most) {
        var parent = parent(type, entry);
        return database.sql("""
                select entry_id, display_order from content_entries
                where type = :type and entry_id <> :entry
                  and (display_order, id) >= (select coalesce(max(display_order), -1), coalesce(max(id), -1) from content_entries where entry_id = :after and type = :type)%s
                order by display_order, id limit :most""".formatted(inOrder(type, parent)))
            .param("parent", parent, Types.OTHER).param("type", type.path()).param("entry", entry).param("after", after, Types.OTHER).param("most", most)
            .query((row, number) -> new Place(row.getObject(1, UUID.class), row.getInt(2))).list();
    }

    /** Those that follow step aside, a little, as many as it takes until the numbers rise again by themselves. */
    private List<Place> spread(ContentType type, UUID entry, @Nullable UUID after) {
        var followers = new ArrayList<>(neighbours(type, entry, after, Integer.MAX_VALUE));
        int order = free(type, entry, (after == null ? 0 : followers.removeFirst().displayOrder()) + STEP_ASIDE);
        var moved = new ArrayList<>(List.of(new Place(entry, order)));
        for (var follower : followers) {
            if (follower.displayOrder() > order) {
                break;
            }
            order = free(type, entry, order + STEP_ASIDE);
            moved.add(new Place(follower.entry(), order));
        }
        entries.lock(moved.stream().map(Place::entry).toList());
        return moved.stream().map(place -> put(type, place.entry(), place.displayOrder())).toList();
    }

    private Place put(ContentType type, UUID entry, int order) {
        database.sql("update content_entries set display_order = ?, updated_at = now() where entry_id = ?").param(order).param(entry).update();
        database.sql("update %s set display_order = ? where %s = ?".formatted(type.table(), type.idColumn())).param(order).param(entry).update();
        return new Place(entry, order);
    }
}
