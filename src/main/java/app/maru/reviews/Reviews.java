package app.maru.reviews;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everything that somebody asked to be looked at. */
@Repository
public class Reviews {

    private final JdbcClient database;

    Reviews(JdbcClient database) {
        this.database = database;
    }

    /** The last request for the entry, answered or not. */
    public Optional<Review> latest(UUID entry) {
        return database.sql("select * from content_reviews where entry_id = ? order by id desc limit 1").param(entry).query(Review::read).optional();
    }

    /** Requests that wait, those that have waited longest first: at most so many, those behind the one given (all when null). */
    public List<Review> waiting(@Nullable UUID behind, int most) {
        return database.sql("""
                select * from content_reviews where answer is null
                  and id > coalesce((select id from content_reviews where review_id = :behind), 0) order by id limit :most""")
            .param("behind", behind, java.sql.Types.OTHER).param("most", most).query(Review::read).list();
    }

    /** Those of the entries that wait for an answer. */
    public Set<UUID> waiting(Collection<UUID> entries) {
        return Set.copyOf(database.sql("select entry_id from content_reviews where answer is null and entry_id = any (?)")
            .param(entries.toArray(UUID[]::new)).query(UUID.class).list());
    }

    /** What this person has asked for and waits, or was sent back last; the newest first. */
    public List<Review> askedBy(UUID person, int most) {
        return database.sql("""
                select * from content_reviews asked where asked_by = :person and (answer is null or answer = 'sent-back')
                  and not exists (select from content_reviews later where later.entry_id = asked.entry_id and later.id > asked.id)
                order by id desc limit :most""")
            .param("person", person).param("most", most).query(Review::read).list();
    }

    int count() {
        return database.sql("select count(*) from content_reviews where answer is null").query(Integer.class).single();
    }
}
