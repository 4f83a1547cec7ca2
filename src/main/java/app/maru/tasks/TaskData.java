package app.maru.tasks;

import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Holding;
import app.maru.identity.PersonalData;

/** Tasks and comments. */
@Component
class TaskData implements PersonalData {

    @Override
    public List<Holding> holdings() {
        return List.of(
            Holding.released("admin_tasks", "assignee_profile_id"),
            Holding.kept("admin_tasks", "created_by"),
            Holding.kept("admin_task_comments", "author_profile_id"));
    }
}
