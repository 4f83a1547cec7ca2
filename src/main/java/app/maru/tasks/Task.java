package app.maru.tasks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done.
 *
 * @param assignee who does it; null while nobody does
 * @param about what it is about; null for nothing in particular
 * @param due by when; null for whenever
 * @param reason why the product made it; null where a person did
 * @param by who made it; null for the product, and when they are no longer known
 */
record Task(UUID id, int version, String title, String description, Status status, Priority priority, @Nullable UUID assignee,
            @Nullable About about, @Nullable Instant due, @Nullable Reason reason, @Nullable UUID by, Instant madeAt, Instant changedAt) {

    /** The desk's address of it. */
    public String address() {
        return "/tasks/" + id;
    }

    /** Whether it should have been done by now. */
    boolean isOverdue(Instant now) {
        return status.isToDo() && due != null && due.isBefore(now);
    }

    static Task read(ResultSet row, int number) throws SQLException {
        var type = row.getString("subject_type");
        var reason = row.getString("reason");
        return new Task(row.getObject("task_id", UUID.class), row.getInt("version"), row.getString("title"), row.getString("description"),
            Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)), Priority.valueOf(row.getString("priority").toUpperCase(Locale.ROOT)),
            row.getObject("assignee_profile_id", UUID.class), type == null ? null : new About(type, row.getObject("subject_id", UUID.class)),
            instant(row, "due_at"), reason == null ? null : Reason.valueOf(reason.toUpperCase(Locale.ROOT)), row.getObject("created_by", UUID.class),
            row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getObject("status_changed_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
