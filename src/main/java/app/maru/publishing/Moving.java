package app.maru.publishing;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.content.ContentType;
import app.maru.content.Entry;
import app.maru.content.Ordering;
import app.maru.content.Ordering.Place;
import app.maru.identity.Right;
import app.maru.publishing.Edition.Action;

/** Moves an entry among those of its type; when visitors see it, that is an edition with the same body at a new place. */
@Component
public class Moving {

    private final JdbcClient database;
    private final Ordering ordering;
    private final Editions editions;

    Moving(JdbcClient database, Ordering ordering, Editions editions) {
        this.database = database;
        this.ordering = ordering;
        this.editions = editions;
    }

    /** What somebody needs to move the entry: what visitors see is for those to move who publish. */
    public static Right rightTo(Entry entry) {
        return entry.isLive() ? Right.PUBLISH : Right.WRITE;
    }

    /**
     * Moves the entry directly behind another.
     *
     * @param after the entry to stand behind; null to become the first
     * @return the number of the edition that this committed; 0 when visitors see no difference
     */
    @Transactional
    public long move(ContentType type, UUID entry, @Nullable UUID after, UUID author) {
        Map<UUID, Integer> places = ordering.move(type, entry, after).stream().collect(Collectors.toMap(Place::entry, Place::displayOrder));
        var live = live(places);
        return live.isEmpty() ? 0 : editions.commit(Action.MOVE, author, live.stream().map(Publication::entry).toList(),
            live.stream().map(publication -> publication.at(places.get(publication.entry()))).toList());
    }

    private List<Publication> live(Map<UUID, Integer> places) {
        return database.sql("select * from publications where entry_id = any (?) and until_edition is null")
            .param(places.keySet().toArray(UUID[]::new)).query(Publication::read).list();
    }
}
