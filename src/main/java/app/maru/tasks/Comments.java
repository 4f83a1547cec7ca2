package app.maru.tasks;

import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was said about tasks, and what became of them. */
@Repository
class Comments {

    private final JdbcClient database;
    private final Clock clock;

    Comments(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All about one task, the oldest first. */
    List<Comment> of(UUID task) {
        return database.sql("select * from admin_task_comments where task_id = ? order by id").param(task)
            .query((row, number) -> new Comment(row.getObject("comment_id", UUID.class), row.getObject("author_profile_id", UUID.class),
                row.getString("event"), row.getString("body"), row.getObject("created_at", OffsetDateTime.class).toInstant())).list();
    }

    UUID say(UUID task, UUID by, String text) {
        return add(task, by, null, text);
    }

    /** Keeps what became of the task, by a person or (null) by the product. */
    void tell(UUID task, @Nullable UUID by, String event, String text) {
        add(task, by, event, text);
    }

    private UUID add(UUID task, @Nullable UUID by, @Nullable String event, String text) {
        return database.sql("""
                insert into admin_task_comments (task_id, author_profile_id, event, body, created_at, updated_at)
                values (:task, :by, :event, :text, :now, :now) returning comment_id""")
            .param("task", task).param("by", by, Types.OTHER).param("event", event, Types.VARCHAR).param("text", text)
            .param("now", Tasks.time(clock.instant())).query(UUID.class).single();
    }
}
