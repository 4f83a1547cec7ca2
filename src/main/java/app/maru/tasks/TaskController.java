package app.maru.tasks;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.Values;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.tasks.TaskSaving.Outcome;

/** One task: what it says, and what is said about it. */
@Controller
@RequestMapping("/tasks")
class TaskController {

    private final Tasks tasks;
    private final TaskPages pages;
    private final TaskSaving saving;
    private final Comments comments;
    private final Clock clock;

    TaskController(Tasks tasks, TaskPages pages, TaskSaving saving, Comments comments, Clock clock) {
        this.tasks = tasks;
        this.pages = pages;
        this.saving = saving;
        this.comments = comments;
        this.clock = clock;
    }

    /** The form of a task that is still to be made; the address may say what it is about, or anything else of it. */
    @GetMapping("/new")
    @Requires(Right.WRITE)
    ModelAndView fresh(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person) {
        return pages.view(pages.fresh(TaskForm.typed(parameters), List.of(), person), HttpStatus.OK);
    }

    @GetMapping("/{id}")
    @Requires(Right.READ)
    ModelAndView task(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        return pages.view(pages.stored(tasks.task(id), person), HttpStatus.OK);
    }

    @PutMapping("/{id}")
    @Requires(Right.WRITE)
    ModelAndView save(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> sent, @AuthenticationPrincipal Person person,
                      RedirectAttributes next) {
        return switch (saving.save(id, version, TaskForm.typed(sent), TaskForm.before(sent), person)) {
            case Outcome.Saved saved -> {
                next.addFlashAttribute("toast", saidOf(saved));
                yield new ModelAndView("redirect:" + saved.task().address());
            }
            case Outcome.Refused refused -> pages.view(pages.typed(tasks.task(id), refused.form(), refused.wrong(), person), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Clash clash -> pages.view(pages.clashing(clash.task(), clash.form(), clash.fields(), person), HttpStatus.CONFLICT);
        };
    }

    private Toast saidOf(Outcome.Saved saved) {
        if (!saved.changed()) {
            return Toast.saying("editor.saved.nothing");
        }
        return Toast.saying(saved.merged() ? "tasks.saved.merged" : saved.task().isOverdue(clock.instant()) ? "tasks.saved.overdue" : "editor.saved");
    }

    @PostMapping("/{id}/comments")
    @Requires(Right.WRITE)
    ModelAndView say(@PathVariable UUID id, @RequestParam(name = "comment", defaultValue = "") String sent, @AuthenticationPrincipal Person person,
                     RedirectAttributes next) {
        var task = tasks.task(id);
        var text = Values.storable(sent.replace("\r\n", "\n")).strip();
        int length = text.codePointCount(0, text.length());
        if (length == 0 || length > Comment.LONGEST) {
            var wrong = length == 0 ? Complaint.of("comment", "tasks.problem.comment") : Complaint.of("comment", "problem.Size", Comment.LONGEST, length, length - Comment.LONGEST);
            return pages.view(pages.saying(task, text, List.of(wrong), person), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var comment = comments.say(id, person.id(), text);
        next.addFlashAttribute("toast", Toast.saying("tasks.commented"));
        return new ModelAndView("redirect:" + task.address() + "#comment-" + comment);
    }
}
