package app.maru.tasks;

import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.identity.Person;

/** Saves what people say of tasks, and loses nothing of what two of them say at once. */
@Component
class TaskSaving {

    private final Tasks tasks;
    private final TaskForms forms;

    TaskSaving(Tasks tasks, TaskForms forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    /** What became of a form. */
    sealed interface Outcome {
        /** It is stored; merged where somebody else had saved something else meanwhile. */
        record Saved(Task task, boolean changed, boolean merged) implements Outcome {}

        /** Something in it cannot be stored. */
        record Refused(TaskForm form, List<Complaint> wrong) implements Outcome {}

        /** Somebody else has changed these fields meanwhile, into what the task says now. */
        record Clash(Task task, TaskForm form, List<String> fields) implements Outcome {}
    }

    /** Makes a task of a form. */
    @Transactional
    public Outcome make(TaskForm form, Person by) {
        var reading = forms.read(form, TaskDraft.of(""), by.zone());
        return reading.draft() == null ? new Outcome.Refused(form, reading.wrong()) : new Outcome.Saved(tasks.make(reading.draft(), by.id()), true, false);
    }

    /** Saves a form that was made of that version and said {@code before} then. */
    @Transactional
    public Outcome save(UUID id, int version, TaskForm typed, TaskForm before, Person by) {
        var task = tasks.locked(id);
        boolean stale = version != task.version();
        var now = forms.form(task, by.zone());
        var merged = typed.onto(now, stale ? before : now);
        if (!merged.conflicts().isEmpty()) {
            return new Outcome.Clash(task, merged.form(), merged.conflicts());
        }
        var reading = forms.read(merged.form(), TaskDraft.of(task), by.zone());
        if (reading.draft() == null) {
            return new Outcome.Refused(merged.form(), reading.wrong());
        }
        boolean changed = !reading.draft().equals(TaskDraft.of(task));
        return new Outcome.Saved(changed ? tasks.write(task, reading.draft(), by.id()) : task, changed, stale && changed);
    }
}
