package app.maru.tasks;

import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.tasks.Tasks.Moved;

/** How far a task has come. */
@Controller
@Requires(Right.WRITE)
class StatusController {

    private final Tasks tasks;

    StatusController(Tasks tasks) {
        this.tasks = tasks;
    }

    @PutMapping("/tasks/{id}/status")
    String move(@PathVariable UUID id, @RequestParam Map<String, String> sent, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        var status = Status.of(sent.getOrDefault("status", "")).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "Which status?"));
        var back = Back.of(sent).orElse("/tasks/" + id);
        next.addFlashAttribute("toast", switch (tasks.move(id, status, person.id())) {
            case Moved.Doubled doubled -> Toast.saying("tasks.doubled", doubled.task().title());
            case Moved.From from -> moved(from.before(), status, back);
        });
        return "redirect:" + back;
    }

    private static Toast moved(Task before, Status status, String back) {
        var toast = Toast.saying("tasks.moved." + status.key(), before.title());
        return before.status() == status ? toast
            : toast.undoneBy("put", before.address() + "/status", Map.of("status", before.status().key(), Back.NAME, back));
    }
}
