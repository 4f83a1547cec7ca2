package app.maru.dashboard;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Keeping;
import app.maru.events.Latest;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.identity.Right;
import app.maru.mail.Outbox;
import app.maru.publishing.Edition;
import app.maru.publishing.Editions;
import app.maru.publishing.Schedule;
import app.maru.publishing.Schedules;
import app.maru.reviews.Review;
import app.maru.reviews.Reviews;
import app.maru.tasks.Assignments;

/** The lists that can stand on a dashboard; each asks for no more than a handful. */
@Component
class WidgetLists {

    static final int MOST = 6;

    private final Entries entries;
    private final ContentTypes types;
    private final Keeping keeping;
    private final Reviews reviews;
    private final Schedules schedules;
    private final Editions editions;
    private final Assignments assignments;
    private final Latest latest;
    private final Feed feed;
    private final Outbox mail;
    private final People people;
    private final MessageSource messages;
    private final Clock clock;
    private final List<ListKind> all;

    WidgetLists(Entries entries, ContentTypes types, Keeping keeping, Reviews reviews, Schedules schedules, Editions editions, Assignments assignments, Latest latest, Feed feed, Outbox mail,
          People people, MessageSource messages, Clock clock) {
        this.entries = entries;
        this.types = types;
        this.keeping = keeping;
        this.reviews = reviews;
        this.schedules = schedules;
        this.editions = editions;
        this.assignments = assignments;
        this.latest = latest;
        this.feed = feed;
        this.mail = mail;
        this.people = people;
        this.messages = messages;
        this.clock = clock;
        this.all = List.of(
            new ListKind("unsaved", "pencil", Right.WRITE, null, this::unsaved),
            new ListKind("drafts", "file-earmark-text", Right.WRITE, null, this::drafts),
            new ListKind("tasks", "check2-square", Right.WRITE, "/tasks?whose=mine", this::tasks),
            new ListKind("reviews", "eye", Right.PUBLISH, "/reviews", person -> asked(reviews.waiting(null, MOST))),
            new ListKind("asked", "chat-left-text", Right.WRITE, "/reviews", person -> asked(reviews.askedBy(person.id(), MOST))),
            new ListKind("scheduled", "calendar-event", Right.READ, "/schedule", this::scheduled),
            new ListKind("failed", "exclamation-triangle", Right.WRITE, "/schedule", this::failed),
            new ListKind("checks", "clipboard-check", Right.WRITE, null, person -> entries.remarked(MOST).stream().map(entry -> row(entry, false)).toList()),
            new ListKind("published", "layers", Right.READ, "/editions", person -> editions.page(null, MOST).stream().map(this::row).toList()),
            new ListKind("activity", "bell", Right.READ, null, person -> feed.rows(person.id(), MOST)),
            new ListKind("events", "activity", Right.ADMINISTER, "/events", person -> latest.events(MOST).stream()
                .map(line -> new Row(line.icon(), line.sentence(), line.href(), line.second(), line.at(), line.failed())).toList()));
    }

    List<ListKind> all() {
        return all;
    }

    Optional<ListKind> named(String key) {
        return all.stream().filter(kind -> kind.key().equals(key)).findFirst();
    }

    private List<Row> unsaved(Person person) {
        return keeping.left(types.all(), person.id(), MOST).stream()
            .map(left -> new Row(icon(left.type()), titled(left.title()), left.address(), kind(left.type()), left.at(), false)).toList();
    }

    private List<Row> drafts(Person person) {
        return entries.leftBy(person.id(), MOST).stream().map(entry -> row(entry, false)).toList();
    }

    private List<Row> tasks(Person person) {
        return assignments.of(person.id(), MOST).stream()
            .map(task -> new Row(task.overdue() ? "exclamation-circle-fill" : "check2-square", task.title(), task.address(), task.overdue() ? say("tasks.overdue") : "", task.due(), task.overdue())).toList();
    }

    private List<Row> asked(List<Review> asked) {
        var known = entries.find(asked.stream().map(Review::entry).toList());
        var names = people.names(asked.stream().map(Review::askedBy).filter(Objects::nonNull).distinct().toList());
        return asked.stream().filter(review -> known.containsKey(review.entry())).map(review -> {
            var entry = known.get(review.entry());
            var who = review.isSentBack() ? say("dashboard.sent-back") : names.getOrDefault(review.askedBy(), say("editor.somebody"));
            return new Row(icon(entry.type()), titled(entry.title()), entry.address(), who + (note(review).isEmpty() ? "" : " · " + note(review)), review.askedAt(), review.isSentBack());
        }).toList();
    }

    private static String note(Review review) {
        return review.isSentBack() ? review.answerNote() : review.note();
    }

    private List<Row> scheduled(Person person) {
        var end = Today.in(person.zone(), clock).end();
        return schedules.coming(null, MOST).stream().filter(schedule -> schedule.at().isBefore(end)).map(schedule -> row(schedule, false)).toList();
    }

    private List<Row> failed(Person person) {
        var letters = person.may(Right.ADMINISTER) ? mail.failures(MOST / 2) : List.<Outbox.Failure>of();
        return Stream.concat(letters.stream().map(this::row), schedules.failed(MOST - letters.size()).stream().map(one -> row(one, true))).toList();
    }

    private Row row(Outbox.Failure failure) {
        return new Row("envelope-exclamation", say(failure.nameKey()), "/mail?state=failed", failure.recipient(), failure.at(), true);
    }

    private Row row(Schedule schedule, boolean failed) {
        return new Row(failed ? "exclamation-triangle-fill" : icon(schedule.type()), titled(schedule.title()), schedule.address(),
            say("dashboard.schedule." + schedule.action().key()), schedule.at(), failed);
    }

    private Row row(Entry entry, boolean alarming) {
        return new Row(icon(entry.type()), titled(entry.title()), entry.address(), kind(entry.type()) + " · " + say("state." + entry.state().key()), entry.changedAt(), alarming);
    }

    private Row row(Edition edition) {
        var first = edition.changes().isEmpty() ? "" : titled(edition.changes().getFirst().title());
        return new Row("layers", say("dashboard.edition", Long.toString(edition.number())), "/editions/" + edition.number(),
            edition.changed() > 1 ? say("dashboard.edition.more", first, edition.changed() - 1) : first, edition.createdAt(), false);
    }

    private String icon(String type) {
        return types.at(type).map(known -> known.icon()).orElse("file-earmark");
    }

    private String kind(String type) {
        return types.at(type).map(known -> say(known.messageKey() + ".one")).orElse(type);
    }

    private String titled(String title) {
        return title.isBlank() ? say("editor.untitled") : title;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
