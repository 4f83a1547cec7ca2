package app.maru.tasks;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.tasks.TaskSaving.Outcome;

/** The board and the list of tasks, on which tasks are added. */
@Controller
@RequestMapping("/tasks")
class TasksController {

    private final TasksPages pages;
    private final TaskPages forms;
    private final TaskSaving saving;

    TasksController(TasksPages pages, TaskPages forms, TaskSaving saving) {
        this.pages = pages;
        this.forms = forms;
        this.saving = saving;
    }

    @GetMapping
    @Requires(Right.READ)
    String tasks(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Person person,
                 @RequestHeader(name = "HX-Target", required = false) @Nullable String target, Model model) {
        model.addAttribute("page", pages.page(TaskQuery.of(parameters), person)).addAttribute("crumbs", List.of());
        boolean part = "tasks-found".equals(target);
        return part ? "tasks/found" : "tasks/tasks";
    }

    /** Makes a task; one that was added by its title alone leaves the person where they are. */
    @PostMapping
    @Requires(Right.WRITE)
    ModelAndView add(@RequestParam Map<String, String> sent, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        return switch (saving.make(TaskForm.typed(sent), person)) {
            case Outcome.Saved saved -> added(saved.task(), sent, next);
            case Outcome.Refused refused -> forms.view(forms.fresh(refused.form(), refused.wrong(), person), HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.Clash clash -> throw new IllegalStateException("Nobody else knows the task yet: " + clash);
        };
    }

    private static ModelAndView added(Task task, Map<String, String> sent, RedirectAttributes next) {
        var back = Back.of(sent).orElse(task.address());
        next.addFlashAttribute("toast", Toast.saying("tasks.added", task.title()).undoneBy("put", task.address() + "/status",
            Map.of("status", Status.CANCELLED.key(), Back.NAME, back)));
        next.addFlashAttribute("added", task.id());
        return new ModelAndView("redirect:" + back);
    }
}
