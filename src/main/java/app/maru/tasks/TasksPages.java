package app.maru.tasks;

import java.util.Arrays;
import java.util.List;

import org.springframework.stereotype.Component;

import app.maru.identity.Person;
import app.maru.tasks.TasksPage.Column;

/** Makes the board and the list. */
@Component
class TasksPages {

    private static final int IN_COLUMN = 50;
    private static final int CLOSED_IN_COLUMN = 10;

    private final FoundTasks found;
    private final TaskLines lines;
    private final TaskForms forms;

    TasksPages(FoundTasks found, TaskLines lines, TaskForms forms) {
        this.found = found;
        this.lines = lines;
        this.forms = forms;
    }

    TasksPage page(TaskQuery query, Person person) {
        var byStatus = found.byStatus(query, person.id());
        var rows = query.board() ? List.<Task>of() : found.page(query, person.id());
        boolean more = rows.size() > FoundTasks.PAGE;
        var columns = !query.board() ? List.<Column>of() : Arrays.stream(Status.values()).map(status -> new Column(status,
            lines.lines(found.column(query, status, status.isToDo() ? IN_COLUMN : CLOSED_IN_COLUMN, person.id())), byStatus.get(status))).toList();
        return new TasksPage(query, columns, lines.lines(more ? rows.subList(0, FoundTasks.PAGE) : rows), found.byWhom(query, person.id()), byStatus, more,
            forms.colleagues(), query.whose().equals(TaskQuery.MINE) ? person.id() : null);
    }
}
