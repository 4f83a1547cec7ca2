package app.maru.tasks;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.Entries;
import app.maru.content.Values;
import app.maru.identity.Colleague;
import app.maru.identity.People;
import app.maru.identity.Right;

/** Turns what a form says into what is stored, and back. What was not changed stays just as it was, whatever has become of it since. */
@Component
class TaskForms {

    static final int LONGEST_TITLE = 200;
    static final int LONGEST_DESCRIPTION = 4000;

    private static final Pattern ADDRESS = Pattern.compile("(?:https?://[^/]+)?/([a-z/-]+)/([0-9a-f-]{36})(?:[/?#].*)?");

    private final People people;
    private final Entries entries;

    TaskForms(People people, Entries entries) {
        this.people = people;
        this.entries = entries;
    }

    /** What a form means: what is to be stored, or what is wrong with it. */
    record Reading(@Nullable TaskDraft draft, List<Complaint> wrong) {}

    /** Who may work on tasks. */
    List<Colleague> colleagues() {
        return people.colleagues(Right.WRITE);
    }

    TaskForm form(Task task, ZoneId zone) {
        return form(TaskDraft.of(task), zone);
    }

    TaskForm form(TaskDraft draft, ZoneId zone) {
        return TaskForm.typed(java.util.Map.of(TaskForm.TITLE, draft.title(), TaskForm.DESCRIPTION, draft.description(), TaskForm.PRIORITY, draft.priority().key(),
            TaskForm.ASSIGNEE, draft.assignee() == null ? "" : draft.assignee().toString(), TaskForm.DUE, Due.text(draft.due(), zone),
            TaskForm.ABOUT, draft.about() == null ? "" : draft.about().address()));
    }

    /** Reads the form of a task that is stored as that, or of one that is to be. */
    Reading read(TaskForm form, TaskDraft stored, ZoneId zone) {
        var wrong = new ArrayList<Complaint>();
        var same = form(stored, zone);
        tooLong(form, TaskForm.TITLE, LONGEST_TITLE).ifPresent(wrong::add);
        tooLong(form, TaskForm.DESCRIPTION, LONGEST_DESCRIPTION).ifPresent(wrong::add);
        if (form.text(TaskForm.TITLE).isEmpty()) {
            wrong.add(Complaint.of(TaskForm.TITLE, "tasks.problem.title"));
        }
        var priority = Priority.of(form.text(TaskForm.PRIORITY).isEmpty() ? Priority.MEDIUM.key() : form.text(TaskForm.PRIORITY));
        if (priority.isEmpty()) {
            wrong.add(Complaint.of(TaskForm.PRIORITY, "problem.Unreadable.CHOICE", form.text(TaskForm.PRIORITY)));
        }
        var assignee = isSame(form, same, TaskForm.ASSIGNEE) ? stored.assignee() : assignee(form.text(TaskForm.ASSIGNEE), wrong);
        var due = isSame(form, same, TaskForm.DUE) ? new Due.Reading(stored.due(), null) : Due.read(form.text(TaskForm.DUE), zone);
        Optional.ofNullable(due.wrong()).ifPresent(wrong::add);
        var about = isSame(form, same, TaskForm.ABOUT) ? stored.about() : about(form.text(TaskForm.ABOUT), wrong);
        return new Reading(wrong.isEmpty() ? new TaskDraft(form.text(TaskForm.TITLE), form.text(TaskForm.DESCRIPTION), priority.orElseThrow(), assignee, about,
            due.at()) : null, wrong);
    }

    private static boolean isSame(TaskForm form, TaskForm stored, String field) {
        return Objects.equals(form.text(field), stored.text(field));
    }

    private static Optional<Complaint> tooLong(TaskForm form, String field, int most) {
        int length = form.text(field).codePointCount(0, form.text(field).length());
        return length <= most ? Optional.empty() : Optional.of(Complaint.of(field, "problem.Size", most, length, length - most));
    }

    private @Nullable UUID assignee(String text, List<Complaint> wrong) {
        var colleagues = colleagues();
        var chosen = colleagues.stream().map(Colleague::id).filter(id -> id.toString().equals(text)).findFirst();
        if (!text.isEmpty() && chosen.isEmpty()) {
            var name = Values.isId(text) ? people.names(List.of(UUID.fromString(text))).getOrDefault(UUID.fromString(text), text) : text;
            wrong.add(Complaint.of(TaskForm.ASSIGNEE, "tasks.problem.assignee", name, colleagues.stream().map(Colleague::name).collect(Collectors.joining(", "))));
        }
        return chosen.orElse(null);
    }

    private @Nullable About about(String text, List<Complaint> wrong) {
        var found = text.contains("@") ? people.withEmail(text).map(id -> new About(About.PEOPLE, id)) : at(text);
        if (!text.isEmpty() && found.isEmpty()) {
            wrong.add(Complaint.of(TaskForm.ABOUT, "tasks.problem.about", text));
        }
        return found.orElse(null);
    }

    private Optional<About> at(String address) {
        var parts = ADDRESS.matcher(address);
        return parts.matches() && Values.isId(parts.group(2)) ? Optional.of(new About(parts.group(1), UUID.fromString(parts.group(2)))).filter(this::exists)
            : Optional.empty();
    }

    private boolean exists(About about) {
        return about.isPerson() ? !people.names(List.of(about.id())).isEmpty()
            : entries.find(about.id()).filter(entry -> entry.type().equals(about.type())).isPresent();
    }
}
