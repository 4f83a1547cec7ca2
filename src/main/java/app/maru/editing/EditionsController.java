package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

import app.maru.desk.Crumb;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Editions;

/** The published site's history: every edition, and what it changed. */
@Controller
@RequestMapping("/editions")
@Requires(Right.READ)
class EditionsController {

    private final EditionHistory history;
    private final Editions editions;
    private final Words words;

    EditionsController(EditionHistory history, Editions editions, Words words) {
        this.history = history;
        this.editions = editions;
        this.words = words;
    }

    @GetMapping
    String all(@RequestParam(required = false) @Nullable Long before, Model model) {
        var lines = history.lines(before);
        long newest = editions.newest();
        long shown = lines.isEmpty() ? newest : lines.getFirst().edition().number();
        long last = lines.isEmpty() ? 1 : lines.getLast().edition().number();
        model.addAttribute("lines", lines).addAttribute("newest", newest).addAttribute("crumbs", List.of());
        model.addAttribute("newer", shown >= newest ? null : shown + EditionHistory.PAGE + 1);
        model.addAttribute("older", last <= 1 ? null : last);
        return "editing/editions";
    }

    @GetMapping("/{number}")
    String one(@PathVariable long number, @RequestParam(defaultValue = "0") int skip, Model model) {
        var line = history.line(number, Math.max(0, skip));
        model.addAttribute("line", line).addAttribute("skipped", Math.max(0, skip)).addAttribute("newest", editions.newest());
        model.addAttribute("crumbs", List.of(new Crumb("/editions", words.say("editions.title"))));
        return "editing/edition";
    }
}
