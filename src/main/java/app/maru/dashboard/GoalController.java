package app.maru.dashboard;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.desk.Crumb;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What one sets out to reach. */
@Controller
@RequestMapping("/dashboard/goals")
@Requires(Right.READ)
class GoalController {

    private static final String HOME = "redirect:/";

    private final Goals goals;
    private final GoalPages pages;
    private final MessageSource messages;
    private final Clock clock;

    GoalController(Goals goals, GoalPages pages, MessageSource messages, Clock clock) {
        this.goals = goals;
        this.pages = pages;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/new")
    String fresh(@AuthenticationPrincipal Person person, Model model) {
        return page(null, 0, GoalForm.blank(Today.in(person.zone(), clock).day()), Map.of(), person, model);
    }

    @PostMapping
    String add(@RequestParam Map<String, String> sent, @AuthenticationPrincipal Person person, Model model, HttpServletResponse response, RedirectAttributes next) {
        var form = GoalForm.typed(sent);
        var reading = form.read(UUID.randomUUID(), 0, pages.metrics(person));
        if (reading.goal() == null) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(null, 0, form, reading.wrong(), person, model);
        }
        goals.add(person.id(), reading.goal());
        next.addFlashAttribute("toast", Toast.saying("dashboard.goal.added", reading.goal().name()));
        return HOME;
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, @AuthenticationPrincipal Person person, Model model) {
        var goal = goals.goal(person.id(), id);
        return page(id, goal.version(), GoalForm.of(goal), Map.of(), person, model);
    }

    @PutMapping("/{id}")
    String save(@PathVariable UUID id, @RequestParam int version, @RequestParam Map<String, String> sent, @AuthenticationPrincipal Person person, Model model, HttpServletResponse response,
                RedirectAttributes next) {
        var stored = goals.goal(person.id(), id);
        var form = GoalForm.typed(sent);
        var metrics = new ArrayList<>(pages.metrics(person));
        if (stored.metric() != null) {
            metrics.add(stored.metric());
        }
        var reading = form.read(id, version, metrics);
        var overtaken = reading.goal() != null && goals.save(person.id(), reading.goal()).isEmpty();
        if (reading.goal() != null && !overtaken) {
            next.addFlashAttribute("toast", Toast.saying("dashboard.goal.saved", reading.goal().name()));
            return HOME;
        }
        response.setStatus((overtaken ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT).value());
        model.addAttribute("overtaken", overtaken ? GoalForm.of(stored).texts() : null);
        return page(id, overtaken ? stored.version() : version, form, reading.wrong(), person, model);
    }

    @DeleteMapping("/{id}")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        var goal = goals.remove(person.id(), id);
        next.addFlashAttribute("toast", Toast.saying("dashboard.goal.removed", goal.name()).undoneBy("post", "/dashboard/goals", new LinkedHashMap<>(GoalForm.of(goal).texts())));
        return HOME;
    }

    private String page(@Nullable UUID id, int version, GoalForm form, Map<String, String> wrong, Person person, Model model) {
        model.addAttribute("goal", id).addAttribute("version", version).addAttribute("name", form.text("name")).addAttribute("inputs", pages.inputs(form, wrong, person))
            .addAttribute("problems", pages.problems(wrong))
            .addAttribute("crumbs", List.of(new Crumb("/", messages.getMessage("dashboard.title", null, LocaleContextHolder.getLocale()))));
        return "dashboard/goal";
    }
}
