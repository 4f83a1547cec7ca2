package app.maru.editing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Schedules;

/** Everything that is to happen by itself, what has failed, and what happened last. */
@Controller
@Requires(Right.READ)
class ComingController {

    private static final int PAGE = 50;
    private static final int FAILED = 100;
    private static final int PAST = 10;

    private final Schedules schedules;
    private final ScheduleLines lines;

    ComingController(Schedules schedules, ScheduleLines lines) {
        this.schedules = schedules;
        this.lines = lines;
    }

    @GetMapping("/schedule")
    String coming(@RequestParam(required = false) @Nullable UUID after, Model model) {
        var found = schedules.coming(after, PAGE + 1);
        var page = found.subList(0, Math.min(PAGE, found.size()));
        boolean first = after == null;
        model.addAttribute("crumbs", List.of()).addAttribute("coming", lines.lines(page)).addAttribute("total", schedules.pending());
        model.addAttribute("next", found.size() > PAGE ? page.getLast().id() : null).addAttribute("first", first);
        model.addAttribute("failed", lines.lines(first ? schedules.failed(FAILED) : List.of()));
        model.addAttribute("past", lines.lines(first ? schedules.past(PAST) : List.of()));
        return "editing/coming";
    }
}
