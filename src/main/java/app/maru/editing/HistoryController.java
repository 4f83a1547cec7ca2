package app.maru.editing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Outcome;
import app.maru.content.Saving;
import app.maru.desk.Crumb;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What happened to an entry: its revisions, what any two of them differ in, and going back to one. */
@ForEachContentType
@Requires(Right.READ)
class HistoryController {

    private final Entries entries;
    private final Histories histories;
    private final Saving saving;
    private final Words words;

    HistoryController(Entries entries, Histories histories, Saving saving, Words words) {
        this.entries = entries;
        this.histories = histories;
        this.saving = saving;
        this.words = words;
    }

    @GetMapping("/{id}/history")
    String history(ContentType type, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer before, Model model) {
        var entry = entry(type, id, model);
        var lines = histories.lines(type, entry, before);
        int newest = lines.isEmpty() ? 0 : lines.getFirst().revision().number();
        int oldest = lines.isEmpty() ? 1 : lines.getLast().revision().number();
        model.addAttribute("lines", lines);
        model.addAttribute("newer", newest >= entry.revisions() ? null : newest + Histories.PAGE + 1);
        model.addAttribute("older", oldest <= 1 ? null : oldest);
        return "editing/history";
    }

    @GetMapping(path = "/{id}/history", params = {"from", "to"})
    String compare(ContentType type, @PathVariable UUID id, @RequestParam int from, @RequestParam int to, Model model) {
        var entry = entry(type, id, model);
        var before = histories.line(type, entry, from);
        var after = histories.line(type, entry, to);
        model.addAttribute("from", before).addAttribute("to", after).addAttribute("comparison", histories.between(type, before, after));
        return "editing/compare";
    }

    private Entry entry(ContentType type, UUID id, Model model) {
        var entry = entries.entry(type, id);
        model.addAttribute("type", type).addAttribute("entry", entry).addAttribute("entryTitle", words.title(entry.title()));
        model.addAttribute("crumbs", List.of(new Crumb("/" + type.path(), words.say(type.messageKey())), new Crumb(entry.address(), words.title(entry.title()))));
        return entry;
    }

    @PostMapping("/{id}/restorations")
    @Requires(Right.WRITE)
    String restore(ContentType type, @PathVariable UUID id, @RequestParam int number, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        var entry = entries.entry(type, id);
        next.addFlashAttribute("toast", switch (saving.restore(type, id, number, person.id())) {
            case Outcome.Saved saved -> Toast.saying("history.restored", Integer.toString(number))
                .undoneBy("post", entry.address() + "/restorations", Map.of("number", Integer.toString(entry.head())));
            case Outcome.Refused refused -> Toast.saying("history.refused", Integer.toString(number), words.why(refused));
            case Outcome.Conflicted conflicted -> throw new IllegalStateException("A restored revision is not merged: " + conflicted);
        });
        return "redirect:" + entry.address() + "/history";
    }
}
