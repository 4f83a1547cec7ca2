package app.maru.tasks;

import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import app.maru.content.Entry;
import app.maru.identity.Colleague;

/**
 * What the product sees that somebody should do something about: one open task for each thing and reason, however often
 * it is seen, and none any more once the reason is gone; what comes back within a day is the same task again. What somebody has cancelled is not reported again until it is
 * another.
 */
@Repository
class Reports {

    private static final String OPEN = "reason = :reason and subject_id = :subject and status in ('open', 'in_progress')";

    private static final Duration SAME = Duration.ofDays(1);

    private final JdbcClient database;
    private final Comments comments;
    private final TaskForms forms;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reports(JdbcClient database, Comments comments, TaskForms forms, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.comments = comments;
        this.forms = forms;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Something that was seen.
     *
     * @param cause what makes it another than before, such as the time of a failure
     * @param details Markdown, in no language
     * @param whose whose it is, if they still work on tasks
     */
    record Report(Reason reason, String cause, String details, @Nullable UUID whose) {}

    /** The same of an entry. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(Entry entry, Report report) {
        report(new About(entry.type(), entry.id()), entry.title().isBlank() ? entry.address() : entry.title(), report);
    }

    /** Makes a task of it, or says on the one there is that it was seen again; the same as before says nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void report(About about, String title, Report report) {
        if (isKnown(about, report)) {
            return;
        }
        var open = again(about, report).or(() -> reopened(about, report));
        if (open.isPresent()) {
            comments.tell(open.get(), null, "again", report.details());
        } else {
            make(about, title, report);
        }
        events.publishEvent(new TasksChanged());
    }

    private boolean isKnown(About about, Report report) {
        return database.sql("""
                select exists (select from admin_tasks where reason = :reason and subject_id = :subject and cause = :cause and status <> 'done')""")
            .param("reason", report.reason().key()).param("subject", about.id()).param("cause", report.cause()).query(Boolean.class).single();
    }

    /** The task there is, which has as much time as a new one would have. */
    private Optional<UUID> again(About about, Report report) {
        return database.sql("update admin_tasks set cause = :cause, due_at = greatest(due_at, :due), updated_at = :now where " + OPEN + " returning task_id")
            .param("reason", report.reason().key()).param("subject", about.id()).param("cause", report.cause())
            .param("due", Tasks.time(clock.instant().plus(report.reason().time()))).param("now", Tasks.time(clock.instant())).query(UUID.class).optional();
    }

    /** The task that closed by itself not long ago, which is to be done again. */
    private Optional<UUID> reopened(About about, Report report) {
        return database.sql("""
                update admin_tasks set status = 'open', status_changed_at = :now, cause = :cause, due_at = greatest(due_at, :due), updated_at = :now where id = (
                  select task.id from admin_tasks task where reason = :reason and subject_id = :subject and status = 'done' and status_changed_at > :since
                    and 'gone' = (select event from admin_task_comments said where said.task_id = task.task_id and event is not null order by said.id desc limit 1)
                  order by status_changed_at desc limit 1)
                returning task_id""")
            .param("reason", report.reason().key()).param("subject", about.id()).param("cause", report.cause()).param("since", Tasks.time(clock.instant().minus(SAME)))
            .param("due", Tasks.time(clock.instant().plus(report.reason().time()))).param("now", Tasks.time(clock.instant())).query(UUID.class).optional();
    }

    private void make(About about, String title, Report report) {
        database.sql("""
                insert into admin_tasks (title, description, priority, assignee_profile_id, subject_type, subject_id, reason, cause, due_at, status_changed_at, created_at, updated_at)
                values (:title, :details, :priority, :whose, :type, :subject, :reason, :cause, :due, :now, :now, :now)
                on conflict (reason, subject_id) where reason is not null and status in ('open', 'in_progress') do nothing""")
            .param("title", title).param("details", report.details())
            .param("priority", report.reason().priority().key()).param("whose", atWork(report.whose()), Types.OTHER).param("type", about.type())
            .param("subject", about.id()).param("reason", report.reason().key()).param("cause", report.cause())
            .param("due", Tasks.time(clock.instant().plus(report.reason().time()))).param("now", Tasks.time(clock.instant())).update();
    }

    private @Nullable UUID atWork(@Nullable UUID person) {
        return person == null ? null : forms.colleagues().stream().map(Colleague::id).filter(person::equals).findFirst().orElse(null);
    }

    /** Closes the tasks for that reason, which is gone. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Reason reason, UUID subject) {
        var closed = database.sql("update admin_tasks set status = 'done', status_changed_at = :now, updated_at = :now where " + OPEN + " returning task_id")
            .param("reason", reason.key()).param("subject", subject).param("now", Tasks.time(clock.instant())).query(UUID.class).list();
        closed.forEach(task -> comments.tell(task, null, "gone", ""));
        if (!closed.isEmpty()) {
            events.publishEvent(new TasksChanged());
        }
    }

    /** Those of the entries for which there is an open task for that reason. */
    Set<UUID> open(Reason reason, Collection<UUID> entries) {
        return open(entries).getOrDefault(reason, Set.of());
    }

    /** Those of the entries for which there is an open task, by its reason. */
    Map<Reason, Set<UUID>> open(Collection<UUID> entries) {
        return database.sql("""
                select reason, subject_id from admin_tasks where subject_id = any (?) and reason is not null and status in ('open', 'in_progress')""")
            .param(entries.toArray(UUID[]::new))
            .query((row, number) -> Map.entry(Reason.valueOf(row.getString(1).toUpperCase(Locale.ROOT)), row.getObject(2, UUID.class))).list().stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toSet())));
    }
}
