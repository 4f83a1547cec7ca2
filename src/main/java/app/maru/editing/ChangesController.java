package app.maru.editing;

import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Outcome;
import app.maru.content.Saving;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What an entry says beyond what visitors see: to be discarded, and to be taken up again. */
@ForEachContentType
@RequestMapping("/{id}/changes")
@Requires(Right.WRITE)
class ChangesController {

    private final Entries entries;
    private final Saving saving;
    private final Words words;

    ChangesController(Entries entries, Saving saving, Words words) {
        this.entries = entries;
        this.saving = saving;
        this.words = words;
    }

    @DeleteMapping
    String discard(ContentType type, @PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var before = entries.entry(type, id);
        redirect.addFlashAttribute("toast", saving.discard(type, id, person.id()) instanceof Outcome.Refused refused
            ? Toast.saying("editor.discarded.refused", words.why(refused)) : News.discarded(before));
        return "redirect:" + before.address();
    }

    @PutMapping
    String takeUp(ContentType type, @PathVariable UUID id, @RequestParam(EditorForm.REVISION) int revision, @AuthenticationPrincipal Person person,
                  RedirectAttributes redirect) {
        var entry = entries.entry(type, id);
        redirect.addFlashAttribute("toast", saving.restore(type, id, revision, person.id()) instanceof Outcome.Refused refused
            ? Toast.saying("history.refused", Integer.toString(revision), words.why(refused)) : Toast.saying("editor.taken-up"));
        return "redirect:" + entry.address();
    }
}
