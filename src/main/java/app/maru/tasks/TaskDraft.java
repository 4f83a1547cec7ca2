package app.maru.tasks;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** What a person says of a task, as it is stored. */
record TaskDraft(String title, String description, Priority priority, @Nullable UUID assignee, @Nullable About about, @Nullable Instant due) {

    /** Nothing but what is to be done. */
    static TaskDraft of(String title) {
        return new TaskDraft(title, "", Priority.MEDIUM, null, null, null);
    }

    static TaskDraft of(Task task) {
        return new TaskDraft(task.title(), task.description(), task.priority(), task.assignee(), task.about(), task.due());
    }
}
