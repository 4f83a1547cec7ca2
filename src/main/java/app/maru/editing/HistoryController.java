package app.maru.editing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Outcome;
import app.maru.content.Revisions;
import app.maru.content.Saving;
import app.maru.desk.Crumb;
import app.maru.desk.Toast;
import app.maru.editing.HistoryPart.Shown;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What happened to an entry: its revisions, what any two of them differ in, and going back to one. */
@ForEachContentType
@Requires(Right.READ)
class HistoryController {

    private final Entries entries;
    private final Histories histories;
    private final Revisions revisions;
    private final Saving saving;
    private final Words words;

    HistoryController(Entries entries, Histories histories, Revisions revisions, Saving saving, Words words) {
        this.entries = entries;
        this.histories = histories;
        this.revisions = revisions;
        this.saving = saving;
        this.words = words;
    }

    @GetMapping("/{id}/history")
    String history(ContentType type, @PathVariable UUID id, @RequestParam(defaultValue = "") String show, @RequestParam(defaultValue = "0") int before,
                   Model model) {
        var entry = entry(type, id, model);
        model.addAttribute("part", histories.part(type, entry, Shown.of(show), before == 0 ? null : before));
        return "editing/history";
    }

    /** One revision, whole. */
    @GetMapping("/{id}/history/{number}")
    String revision(ContentType type, @PathVariable UUID id, @PathVariable int number, Model model) {
        var line = histories.line(type, entry(type, id, model), number);
        model.addAttribute("line", line).addAttribute("says", histories.says(type, line));
        return "editing/revision";
    }

    @GetMapping(path = "/{id}/history", params = {"from", "to"})
    String compare(ContentType type, @PathVariable UUID id, @RequestParam int from, @RequestParam int to,
                   @RequestParam(defaultValue = "") String view, Model model) {
        var entry = entry(type, id, model);
        var before = histories.line(type, entry, from);
        var after = histories.line(type, entry, to);
        model.addAttribute("from", before).addAttribute("to", after).addAttribute("comparison", histories.between(type, before, after));
        model.addAttribute("inline", view.equals("inline"));
        return "editing/compare";
    }

    private Entry entry(ContentType type, UUID id, Model model) {
        var entry = entries.entry(type, id);
        model.addAttribute("type", type).addAttribute("entry", entry).addAttribute("entryTitle", words.title(entry.title()));
        model.addAttribute("crumbs", List.of(new Crumb("/" + type.path(), words.say(type.messageKey())), new Crumb(entry.address(), words.title(entry.title()))));
        return entry;
    }

    @PostMapping(path = "/{id}/restorations", params = "!place")
    @Requires(Right.WRITE)
    String restore(ContentType type, @PathVariable UUID id, @RequestParam int number, @AuthenticationPrincipal Person person, RedirectAttributes next) {
        var entry = entries.entry(type, id);
        next.addFlashAttribute("toast", restored(entry, number, "history.restored", saving.restore(type, id, number, person.id())));
        return "redirect:" + entry.address() + "/history";
    }

    /** Of a revision one place only: a field, or a child. */
    @PostMapping(path = "/{id}/restorations", params = "place")
    @Requires(Right.WRITE)
    String restore(ContentType type, @PathVariable UUID id, @RequestParam int number, @RequestParam String place, @AuthenticationPrincipal Person person,
                   RedirectAttributes next) {
        var entry = entries.entry(type, id);
        var outcome = saving.restore(type, id, number, place, person.id());
        next.addFlashAttribute("toast", restored(entry, number, "history.restored.place", outcome));
        return "redirect:" + entry.address() + "/history?from=" + number + "&to=" + (outcome instanceof Outcome.Saved saved ? saved.copy().entry() : entry).head();
    }

    private Toast restored(Entry before, int number, String messageKey, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Saved saved -> Toast.saying(messageKey, Integer.toString(number))
                .undoneBy("post", before.address() + "/restorations", Map.of("number", Integer.toString(before.head())));
            case Outcome.Refused refused -> Toast.saying("history.refused", Integer.toString(number), words.why(refused));
            case Outcome.Conflicted conflicted -> throw new IllegalStateException("A restored revision is not merged: " + conflicted);
        };
    }

    /** What people call the revision, which says the same by any name. */
    @PutMapping("/{id}/history/{number}/name")
    @Requires(Right.WRITE)
    String name(ContentType type, @PathVariable UUID id, @PathVariable int number, @RequestParam String name, @AuthenticationPrincipal Person person,
                RedirectAttributes next) {
        var address = entries.entry(type, id).address() + "/history/" + number;
        var wanted = name.replace("\0", "").strip();
        if (length(wanted) > Revisions.LONGEST_NAME) {
            next.addFlashAttribute("wrong", tooLong(wanted)).addFlashAttribute("wanted", wanted);
            return "redirect:" + address;
        }
        var before = revisions.name(type, id, number, wanted, person.id());
        next.addFlashAttribute("toast", Toast.saying(wanted.isEmpty() ? "history.unnamed" : "history.named", Integer.toString(number), wanted)
            .undoneBy("put", address + "/name", Map.of("name", before)));
        return "redirect:" + address;
    }

    private String tooLong(String name) {
        return words.say("problem.Size", Revisions.LONGEST_NAME, length(name), length(name) - Revisions.LONGEST_NAME);
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
