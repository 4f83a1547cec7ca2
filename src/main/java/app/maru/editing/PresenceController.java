package app.maru.editing;

import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** An open editor is heard of again and again, and told who else has the entry open and who has saved it since. */
@ForEachContentType
@RequestMapping("/{id}/presence")
@Requires(Right.WRITE)
class PresenceController {

    private final Presence presence;
    private final Entries entries;
    private final People people;
    private final Words words;

    PresenceController(Presence presence, Entries entries, People people, Words words) {
        this.presence = presence;
        this.entries = entries;
        this.people = people;
        this.words = words;
    }

    @PutMapping
    String enter(ContentType type, @PathVariable UUID id, @RequestParam(EditorForm.BASE) int base, @AuthenticationPrincipal Person person, Model model) {
        var entry = entries.entry(type, id);
        presence.enter(id, person.id());
        model.addAttribute("others", presence.others(id, person.id()));
        model.addAttribute("newer", entry.head() == base ? null : entry).addAttribute("savedBy", nameOf(entry));
        return "editing/presence :: news";
    }

    private String nameOf(Entry entry) {
        var author = entry.changedBy();
        return author == null ? words.say("editor.somebody") : people.names(List.of(author)).getOrDefault(author, words.say("editor.somebody"));
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leave(@PathVariable UUID id, @AuthenticationPrincipal Person person) {
        presence.leave(id, person.id());
    }
}
