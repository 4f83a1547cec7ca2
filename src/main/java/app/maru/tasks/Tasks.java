package app.maru.tasks;

import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Everything that is to be done, and that was. Saving what a task says raises its version; how far it has come does not. */
@Repository
class Tasks {

    private final JdbcClient database;
    private final Comments comments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Tasks(JdbcClient database, Comments comments, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.comments = comments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One task.
     *
     * @throws NoSuchTask when there is none
     */
    Task task(UUID id) {
        return find("select * from admin_tasks where task_id = ?", id).orElseThrow(() -> new NoSuchTask(id));
    }

    /** The same, which nobody else changes until the transaction ends. */
    Task locked(UUID id) {
        return find("select * from admin_tasks where task_id = ? for update", id).orElseThrow(() -> new NoSuchTask(id));
    }

    private Optional<Task> find(String question, UUID id) {
        return database.sql(question).param(id).query(Task::read).optional();
    }

    /** Makes a task of what a person says. */
    @Transactional
    public Task make(TaskDraft draft, UUID by) {
        var id = UUID.randomUUID();
        bound("""
            insert into admin_tasks (task_id, created_by, title, description, priority, assignee_profile_id, subject_type, subject_id, due_at,
              status_changed_at, created_at, updated_at)
            values (:id, :by, :title, :description, :priority, :assignee, :type, :subject, :due, :now, :now, :now)""", draft)
            .param("id", id).param("by", by).update();
        events.publishEvent(new TasksChanged());
        return given(task(id), null, by);
    }

    private Task given(Task task, @Nullable UUID before, UUID by) {
        if (task.assignee() != null && !task.assignee().equals(before) && !task.assignee().equals(by)) {
            events.publishEvent(new TaskAssigned(task.id(), task.title(), task.assignee(), by));
        }
        return task;
    }

    /** Has a locked task say something else. */
    Task write(Task task, TaskDraft draft, UUID by) {
        bound("""
            update admin_tasks set title = :title, description = :description, priority = :priority, assignee_profile_id = :assignee,
              subject_type = :type, subject_id = :subject, due_at = :due, version = version + 1, updated_at = :now where task_id = :id""", draft)
            .param("id", task.id()).update();
        events.publishEvent(new TasksChanged());
        return given(task(task.id()), task.assignee(), by);
    }

    private JdbcClient.StatementSpec bound(String statement, TaskDraft draft) {
        var about = draft.about();
        return database.sql(statement).param("title", draft.title()).param("description", draft.description()).param("priority", draft.priority().key())
            .param("assignee", draft.assignee(), Types.OTHER).param("type", about == null ? null : about.type(), Types.VARCHAR)
            .param("subject", about == null ? null : about.id(), Types.OTHER).param("due", time(draft.due()), Types.TIMESTAMP_WITH_TIMEZONE)
            .param("now", time(clock.instant()));
    }

    /** What became of moving a task to another status. */
    sealed interface Moved {
        /** It stands there now; before, it stood as the task says. */
        record From(Task before) implements Moved {}

        /** There is another task already for the same reason, and one is enough. */
        record Doubled(Task task, Task other) implements Moved {}
    }

    /** Says how far a task has come. */
    @Transactional
    public Moved move(UUID id, Status status, UUID by) {
        var before = locked(id);
        var other = status.isToDo() && !before.status().isToDo() ? twin(before) : Optional.<Task>empty();
        if (other.isPresent()) {
            return new Moved.Doubled(before, other.get());
        }
        if (before.status() != status) {
            database.sql("update admin_tasks set status = :status, status_changed_at = :now, updated_at = :now where task_id = :id")
                .param("id", id).param("status", status.key()).param("now", time(clock.instant())).update();
            comments.tell(id, by, status.key(), "");
            events.publishEvent(new TasksChanged());
        }
        return new Moved.From(before);
    }

    private Optional<Task> twin(Task task) {
        return task.reason() == null || task.about() == null ? Optional.empty() : database.sql("""
                select * from admin_tasks where reason = ? and subject_id = ? and status in ('open', 'in_progress')""")
            .param(task.reason().key()).param(task.about().id()).query(Task::read).optional();
    }

    /** How many should have been done by now. */
    int overdue() {
        return database.sql("select count(*) from admin_tasks where status in ('open', 'in_progress') and due_at < ?")
            .param(time(clock.instant())).query(Integer.class).single();
    }

    static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
