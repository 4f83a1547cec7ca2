package app.maru.tasks;

import java.util.UUID;

/** Somebody was given a task by somebody else; heard within the transaction. */
public record TaskAssigned(UUID task, String title, UUID assignee, UUID by) {

    /** The desk's address of it. */
    public String address() {
        return "/tasks/" + task;
    }
}
