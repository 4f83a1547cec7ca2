package app.maru.editing;

import java.util.UUID;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Saving;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** Makes another entry that says the same, as a draft. */
@ForEachContentType
class CopyController {

    private final Entries entries;
    private final Saving saving;
    private final Words words;

    CopyController(Entries entries, Saving saving, Words words) {
        this.entries = entries;
        this.saving = saving;
        this.words = words;
    }

    @PostMapping("/{id}/copies")
    @Requires(Right.WRITE)
    String duplicate(ContentType type, @PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var title = entries.entry(type, id).title();
        var copy = saving.duplicate(type, id, title(title, type.title().maxLength()), person.id());
        redirect.addFlashAttribute("toast", Toast.saying("editor.duplicated", title));
        return "redirect:" + copy.entry().address();
    }

    /** A title too long for the addition stays as it is. */
    private String title(String original, int longest) {
        var title = words.say("editor.copy-of", original);
        return title.codePointCount(0, title.length()) > longest ? original : title;
    }
}
