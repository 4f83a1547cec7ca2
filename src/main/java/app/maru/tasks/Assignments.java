package app.maru.tasks;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What somebody is to do, for other rooms. */
@Repository
public class Assignments {

    private final JdbcClient database;
    private final Clock clock;

    Assignments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A task that is to be done; {@code due} is null for whenever. */
    public record Assignment(UUID task, String title, @Nullable Instant due, boolean overdue) {

        /** The desk's address of it. */
        public String address() {
            return "/tasks/" + task;
        }
    }

    /** What is due first of what this person is to do. */
    public List<Assignment> of(UUID person, int most) {
        return database.sql("""
                select task_id, title, due_at, due_at < :now as overdue from admin_tasks
                where assignee_profile_id = :person and status in ('open', 'in_progress') order by due_at, urgency desc, id limit :most""")
            .param("person", person).param("most", most).param("now", Tasks.time(clock.instant()))
            .query((row, number) -> new Assignment(row.getObject("task_id", UUID.class), row.getString("title"),
                row.getObject("due_at") == null ? null : row.getObject("due_at", OffsetDateTime.class).toInstant(), row.getBoolean("overdue"))).list();
    }
}
