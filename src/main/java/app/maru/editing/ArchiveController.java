package app.maru.editing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;
import app.maru.publishing.Schedules;
import app.maru.publishing.Withdrawing;

/** Puts an entry away: visitors lose it and lists hide it, until it is taken out again. */
@ForEachContentType
@RequestMapping("/{id}/archive")
@Requires(Right.PUBLISH)
class ArchiveController {

    private final Entries entries;
    private final Withdrawing withdrawing;
    private final Publishing publishing;
    private final Schedules schedules;
    private final Leaving leaving;

    ArchiveController(Entries entries, Withdrawing withdrawing, Publishing publishing, Schedules schedules, Leaving leaving) {
        this.entries = entries;
        this.withdrawing = withdrawing;
        this.publishing = publishing;
        this.schedules = schedules;
        this.leaving = leaving;
    }

    @PutMapping
    ModelAndView archive(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form,
                         @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var question = leaving.asking(type, id, "archive", form, person);
        if (question != null) {
            return question;
        }
        boolean scheduled = !schedules.pending(id).isEmpty();
        var before = withdrawing.archive(type, id, person.id());
        redirect.addFlashAttribute("toast", News.archived(before, scheduled));
        return new ModelAndView("redirect:" + before.address());
    }

    /** Takes it out; a revision is given to undo the archiving of a live entry. */
    @DeleteMapping
    String restore(ContentType type, @PathVariable UUID id, @RequestParam(EditorForm.REVISION) Optional<Integer> live,
                   @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var entry = entries.entry(type, id);
        boolean inTime = withdrawing.restore(type, id);
        boolean published = live.isEmpty() || publishing.publish(List.of(new Exact(id, live.get())), person.id()) instanceof Result.Committed;
        redirect.addFlashAttribute("toast", Toast.saying(!published ? "editor.restored.not-published" : inTime ? "editor.restored" : "editor.restored.late"));
        return "redirect:" + entry.address();
    }
}
