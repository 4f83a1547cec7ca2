package app.maru.reviews;

import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.OpenWork;

/** What somebody asked to be looked at, and whose answer concerns them. */
@Repository
class ReviewsToHandOver implements OpenWork {

    private final JdbcClient database;
    private final ApplicationEventPublisher events;

    ReviewsToHandOver(JdbcClient database, ApplicationEventPublisher events) {
        this.database = database;
        this.events = events;
    }

    @Override
    public String key() {
        return "reviews";
    }

    @Override
    public int of(UUID person) {
        return database.sql("select count(*) from content_reviews where asked_by = ? and answer is null").param(person).query(Integer.class).single();
    }

    @Override
    public int handOver(UUID from, UUID to, UUID by) {
        int given = database.sql("update content_reviews set asked_by = :to, updated_at = now() where asked_by = :from and answer is null")
            .param("from", from).param("to", to).update();
        events.publishEvent(new ReviewsChanged());
        return given;
    }
}
