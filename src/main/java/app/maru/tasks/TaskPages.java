package app.maru.tasks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import app.maru.desk.Crumb;
import app.maru.desk.Input;
import app.maru.desk.Input.Choice;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.identity.Right;
import app.maru.tasks.TaskPage.Clash;
import app.maru.tasks.TaskPage.Problem;
import app.maru.tasks.TaskPage.Said;

/** Makes the page of a task, and of one that is still to be made. */
@Component
class TaskPages {

    private static final String COMMENT = "comment";

    private final TaskForms forms;
    private final TaskLines lines;
    private final Comments comments;
    private final People people;
    private final MessageSource messages;

    TaskPages(TaskForms forms, TaskLines lines, Comments comments, People people, MessageSource messages) {
        this.forms = forms;
        this.lines = lines;
        this.comments = comments;
        this.people = people;
        this.messages = messages;
    }

    ModelAndView view(TaskPage page, HttpStatus status) {
        var view = new ModelAndView("tasks/task", status);
        view.addObject("crumbs", List.of(new Crumb("/tasks", say("tasks.title"))));
        return view.addObject("page", page);
    }

    /** The page of a task that is still to be made. */
    TaskPage fresh(TaskForm form, List<Complaint> wrong, Person person) {
        return new TaskPage(null, 0, inputs(form, wrong, null, person), Map.of(), problems(wrong), List.of(), null, List.of(), comment("", List.of()));
    }

    /** The page of a task as it is. */
    TaskPage stored(Task task, Person person) {
        return typed(task, forms.form(task, person.zone()), List.of(), person);
    }

    /** The same while a comment on it cannot be kept. */
    TaskPage saying(Task task, String text, List<Complaint> wrong, Person person) {
        var page = stored(task, person);
        return new TaskPage(page.line(), page.version(), page.inputs(), page.was(), problems(wrong), List.of(), page.goneAssignee(), page.talk(), comment(text, wrong));
    }

    /** The page of a task with a form that says something else. */
    TaskPage typed(Task task, TaskForm form, List<Complaint> wrong, Person person) {
        return page(task, form, wrong, List.of(), person);
    }

    /** The same where somebody else has changed these fields meanwhile: saved again, the form stands. */
    TaskPage clashing(Task task, TaskForm form, List<String> fields, Person person) {
        return page(task, form, List.of(), fields.stream().map(field -> new Clash(say(label(field)), shown(task, field, person))).toList(), person);
    }

    private TaskPage page(Task task, TaskForm form, List<Complaint> wrong, List<Clash> clashes, Person person) {
        return new TaskPage(lines.line(task), task.version(), inputs(form, wrong, task, person), forms.form(task, person.zone()).texts(), problems(wrong), clashes,
            goneAssignee(task), talk(task), comment("", List.of()));
    }

    private @Nullable String goneAssignee(Task task) {
        boolean here = task.assignee() == null || forms.colleagues().stream().anyMatch(one -> one.id().equals(task.assignee()));
        return here ? null : people.names(List.of(task.assignee())).get(task.assignee());
    }

    private List<Said> talk(Task task) {
        var all = comments.of(task.id());
        var names = people.names(all.stream().map(Comment::by).filter(Objects::nonNull).collect(Collectors.toSet()));
        return all.stream().map(one -> new Said(one, one.by() == null ? null : names.get(one.by()))).toList();
    }

    private Map<String, Input> inputs(TaskForm form, List<Complaint> wrong, @Nullable Task task, Person person) {
        var inputs = new LinkedHashMap<String, Input>();
        for (var field : TaskForm.FIELDS) {
            inputs.put(field, input(field, form.text(field), task).wrong(said(field, wrong)).readOnly(!person.may(Right.WRITE)));
        }
        return inputs;
    }

    private Input input(String field, String text, @Nullable Task task) {
        return switch (field) {
            case TaskForm.TITLE -> Input.of("line", field, label(field), text).atMost(TaskForms.LONGEST_TITLE);
            case TaskForm.DESCRIPTION -> Input.of("area", field, label(field), text).help("tasks.field.description.help").atMost(TaskForms.LONGEST_DESCRIPTION);
            case TaskForm.PRIORITY -> Input.of("choice", field, label(field), text.isEmpty() ? Priority.MEDIUM.key() : text)
                .among(Stream.of(Priority.values()).map(priority -> new Choice(priority.key(), "tasks.priority." + priority.key())).toList());
            case TaskForm.ASSIGNEE -> Input.of("choice", field, label(field), text).among(assignees(task));
            case TaskForm.DUE -> Input.of("moment", field, label(field), text);
            default -> Input.of("line", field, label(field), text).help("tasks.field.about.help");
        };
    }

    private List<Choice> assignees(@Nullable Task task) {
        var gone = task == null ? null : goneAssignee(task);
        return Stream.of(Stream.of(new Choice("", "tasks.nobody")), forms.colleagues().stream().map(one -> Choice.called(one.id().toString(), one.name())),
            Stream.ofNullable(gone).map(name -> Choice.called(String.valueOf(task.assignee()), say("tasks.assignee.gone", name)))).flatMap(some -> some).toList();
    }

    private Input comment(String text, List<Complaint> wrong) {
        return Input.of("area", COMMENT, "tasks.comment.label", text).atMost(Comment.LONGEST).wrong(said(COMMENT, wrong));
    }

    private List<String> said(String field, List<Complaint> wrong) {
        return wrong.stream().filter(complaint -> complaint.field().equals(field)).map(this::say).toList();
    }

    private List<Problem> problems(List<Complaint> wrong) {
        return wrong.stream().map(complaint -> new Problem("#" + Input.idOf(complaint.field()), say(label(complaint.field())) + ": " + say(complaint))).toList();
    }

    /** What a field of the task says now, as a person reads it. */
    private String shown(Task task, String field, Person person) {
        var text = forms.form(task, person.zone()).text(field);
        return switch (field) {
            case TaskForm.PRIORITY -> say("tasks.priority." + text);
            case TaskForm.ASSIGNEE -> text.isEmpty() ? say("tasks.nobody") : people.names(List.of(UUID.fromString(text))).getOrDefault(UUID.fromString(text), text);
            case TaskForm.DUE -> text.isEmpty() ? say("tasks.nothing") : text.replace('T', ' ');
            default -> text.isEmpty() ? say("tasks.nothing") : text;
        };
    }

    private static String label(String field) {
        return field.equals(COMMENT) ? "tasks.comment.label" : "tasks.field." + field;
    }

    private String say(Complaint complaint) {
        return say(complaint.key(), complaint.arguments().toArray());
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale());
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
