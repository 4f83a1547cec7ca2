package app.maru.tasks;

import java.time.Clock;
import java.util.UUID;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.identity.OpenWork;

/** The tasks that somebody is to do. */
@Repository
class TasksToHandOver implements OpenWork {

    private static final String TO_DO = "assignee_profile_id = :person and status in ('open', 'in_progress')";

    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TasksToHandOver(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "tasks";
    }

    @Override
    public int of(UUID person) {
        return database.sql("select count(*) from admin_tasks where " + TO_DO).param("person", person).query(Integer.class).single();
    }

    @Override
    public int handOver(UUID from, UUID to, UUID by) {
        var given = database.sql("update admin_tasks set assignee_profile_id = :to, version = version + 1, updated_at = :now where " + TO_DO + " returning task_id, title")
            .param("person", from).param("to", to).param("now", Tasks.time(clock.instant()))
            .query((row, number) -> new TaskAssigned(row.getObject("task_id", UUID.class), row.getString("title"), to, by)).list();
        given.stream().filter(task -> !to.equals(by)).forEach(events::publishEvent);
        events.publishEvent(new TasksChanged());
        return given.size();
    }
}
