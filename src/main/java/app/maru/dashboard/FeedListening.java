package app.maru.dashboard;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.dashboard.Feed.Activity;
import app.maru.identity.People;
import app.maru.identity.Right;
import app.maru.publishing.EditionCommitted;
import app.maru.publishing.Editions;
import app.maru.publishing.Schedule;
import app.maru.publishing.Schedules;
import app.maru.publishing.SchedulesChanged;
import app.maru.reviews.Review.Answer;
import app.maru.reviews.ReviewAnswered;
import app.maru.reviews.ReviewAsked;
import app.maru.tasks.TaskAssigned;

/** Hears in other rooms of what concerns people, within the transaction in which it happens. */
@Component
class FeedListening {

    static final String FAILED = "schedule_failed";

    private final Feed feed;
    private final Editions editions;
    private final Schedules schedules;
    private final Entries entries;
    private final People people;

    FeedListening(Feed feed, Editions editions, Schedules schedules, Entries entries, People people) {
        this.feed = feed;
        this.editions = editions;
        this.schedules = schedules;
        this.entries = entries;
        this.people = people;
    }

    /** Their work is before visitors, and somebody else put it there. */
    @EventListener
    void hear(EditionCommitted committed) {
        var shares = editions.shares(committed.number());
        if (!shares.isEmpty()) {
            var by = editions.edition(committed.number()).author();
            shares.forEach(share -> feed.tell(share.author(), new Activity(share.entries() > 1 ? "published_several" : "published", "check-circle", share.title(), "", share.entries(),
                share.entries() > 1 ? "/editions/" + committed.number() : share.address(), by, null)));
        }
    }

    @EventListener
    void hear(ReviewAsked asked) {
        entries.find(asked.entry()).ifPresent(entry -> people.colleagues(Right.PUBLISH).stream().filter(one -> !one.id().equals(asked.by()))
            .forEach(one -> feed.tell(one.id(), about(entry, "review_asked", "eye", asked.note(), asked.by()))));
    }

    /** That it was approved is told as its publication. */
    @EventListener
    void hear(ReviewAnswered answered) {
        if (answered.answer() == Answer.SENT_BACK && !answered.askedBy().equals(answered.by())) {
            entries.find(answered.entry()).ifPresent(entry -> feed.tell(answered.askedBy(), about(entry, "review_sent_back", "arrow-return-left", answered.note(), answered.by())));
        }
    }

    private static Activity about(Entry entry, String category, String icon, String note, @Nullable UUID by) {
        return new Activity(category, icon, entry.title(), note, 1, entry.address(), by, null);
    }

    @EventListener
    void hear(TaskAssigned given) {
        feed.tell(given.assignee(), new Activity("task_assigned", "check2-square", given.title(), "", 1, given.address(), given.by(), null));
    }

    @EventListener
    void hear(SchedulesChanged changed) {
        schedules.lastFailed(changed.entries()).values().forEach(this::tell);
    }

    private void tell(Schedule failed) {
        if (failed.by() != null) {
            feed.tell(failed.by(), new Activity(FAILED, "exclamation-triangle-fill", failed.title(), "", 1, failed.address(), null, failed.id() + " " + failed.doneAt()));
        }
    }
}
