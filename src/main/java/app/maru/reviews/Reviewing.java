package app.maru.reviews;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.content.Entries;
import app.maru.publishing.DemoEntrySubmitted;
import app.maru.publishing.EditionCommitted;
import app.maru.reviews.Review.Answer;

/** Asks for a look at a revision, and answers. */
@Component
public class Reviewing {

    /** How long a note may be. */
    public static final int LONGEST_NOTE = 4000;

    private final JdbcClient database;
    private final Entries entries;
    private final Reviews reviews;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviewing(JdbcClient database, Entries entries, Reviews reviews, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.reviews = reviews;
        this.events = events;
        this.clock = clock;
    }

    /** Asks for a look at the revision; an earlier request for the entry that still waits is withdrawn by it. */
    @Transactional
    public void ask(UUID entry, int revision, String note, UUID author) {
        entries.lock(List.of(entry));
        close(entry, Answer.WITHDRAWN, "", author);
        database.sql("""
                insert into content_reviews (entry_id, revision, asked_by, note, asked_at) values (:entry, :revision, :author, :note, :now)""")
            .param("entry", entry).param("revision", revision).param("author", author).param("note", note).param("now", now()).update();
        events.publishEvent(new ReviewAsked(entry, note, author));
    }

    @EventListener
    void ask(DemoEntrySubmitted submitted) {
        ask(submitted.entry(), submitted.revision(), submitted.note(), submitted.author());
    }

    /** Takes the request back. */
    @Transactional
    public void withdraw(UUID entry, UUID author) {
        entries.lock(List.of(entry));
        close(entry, Answer.WITHDRAWN, "", author);
    }

    /** Sends it back to whoever asked, with what is to be done. */
    @Transactional
    public void sendBack(UUID entry, String note, UUID editor) {
        entries.lock(List.of(entry));
        close(entry, Answer.SENT_BACK, note, editor);
    }

    /** Takes the last answer back: the request waits again, unless visitors see what it asked for. */
    @Transactional
    public void reopen(UUID entry) {
        entries.lock(List.of(entry));
        var last = reviews.latest(entry).filter(review -> !review.isOpen() && review.answer() != Answer.APPROVED);
        last.ifPresent(review -> database.sql("""
                update content_reviews set answer = null, answered_by = null, answered_at = null, answer_note = '', updated_at = now() where review_id = ?""")
            .param(review.id()).update());
        events.publishEvent(new ReviewsChanged());
    }

    private void close(UUID entry, Answer answer, String note, UUID person) {
        tell(database.sql("""
                update content_reviews set answer = :answer, answered_by = :person, answer_note = :note, answered_at = :now, updated_at = :now
                where entry_id = :entry and answer is null returning *""")
            .param("entry", entry).param("answer", answer.key()).param("person", person).param("note", note).param("now", now()).query(Review::read).list());
        events.publishEvent(new ReviewsChanged());
    }

    /** Whatever puts the revision before visitors, or a later one, approves it. */
    @EventListener
    void approve(EditionCommitted committed) {
        tell(database.sql("""
                update content_reviews review set answer = 'approved', answered_at = :now, updated_at = :now,
                       answered_by = (select author from editions where number = :edition)
                from publications published
                where published.from_edition = :edition and published.entry_id = review.entry_id and review.answer is null
                  and published.revision >= review.revision
                returning review.*""")
            .param("edition", committed.number()).param("now", now()).query(Review::read).list());
    }

    private void tell(List<Review> answered) {
        answered.stream().filter(review -> review.askedBy() != null && review.answer() != null).forEach(review ->
            events.publishEvent(new ReviewAnswered(review.entry(), review.answer(), review.answerNote(), review.askedBy(), review.answeredBy())));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
