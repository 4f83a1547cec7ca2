package app.maru.editing;

import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Keeping;
import app.maru.content.Keeping.Changes;
import app.maru.content.Keeping.Kept;
import app.maru.content.Unsaved;
import app.maru.desk.Times;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What a person has typed and not saved: kept while they type, thrown away, and taken back. */
@ForEachContentType
@RequestMapping("/{id}/unsaved")
@Requires(Right.WRITE)
class UnsavedController {

    private static final String TOO_MUCH = "TooMuchText";

    private final Keeping keeping;
    private final Forms forms;
    private final Entries entries;
    private final Words words;
    private final Times times;

    UnsavedController(Keeping keeping, Forms forms, Entries entries, Words words, Times times) {
        this.keeping = keeping;
        this.forms = forms;
        this.entries = entries;
        this.words = words;
        this.times = times;
    }

    /** What the page is told: nothing that would change a field. */
    record Answer(int number, String says) {}

    @PutMapping
    ResponseEntity<Answer> keep(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                                @AuthenticationPrincipal Person person) {
        var changes = changes(type, id, new EditorForm(parameters), person);
        var kept = keeping.keep(changes);
        return ResponseEntity.status(status(kept)).body(new Answer(changes.number(), kept.problems().isEmpty() ? clock(kept, person)
            : words.say(kept.problems().getFirst().messageKey(), kept.problems().getFirst().arguments().toArray())));
    }

    private static Changes changes(ContentType type, UUID id, EditorForm form, Person person) {
        return new Changes(type, id, person.id(), form.sitting(), form.sent(), form.number(EditorForm.BASE).orElse(0), form.places());
    }

    private static HttpStatus status(Kept kept) {
        return kept.problems().isEmpty() ? HttpStatus.OK
            : kept.problems().getFirst().code().equals(TOO_MUCH) ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private String clock(Kept kept, Person person) {
        return times.time(LocalDateTime.ofInstant(kept.at(), person.zone()).truncatedTo(ChronoUnit.MINUTES));
    }

    /** What was typed last may not have been kept yet: it is, so that it can be taken back with the rest. */
    @DeleteMapping
    String discard(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                   @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var address = "/" + type.path() + "/" + id;
        var form = new EditorForm(parameters);
        if (form.isOfEditor() && forms.isTyped(type, id, form)) {
            keeping.keep(changes(type, id, form, person));
        }
        redirect.addFlashAttribute("toast", keeping.discard(id, person.id(), form.sitting(Unsaved.NONE))
            ? Toast.saying("keeping.discarded").undoneBy("post", address + "/unsaved/restorations", Map.of()) : Toast.saying("keeping.discarded.nothing"));
        return "redirect:" + (entries.find(type, id).isPresent() ? address : "/" + type.path() + "/new");
    }

    @PostMapping("/restorations")
    String restore(ContentType type, @PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        redirect.addFlashAttribute("toast", Toast.saying(keeping.restore(id, person.id()) ? "keeping.back" : "keeping.gone"));
        return "redirect:/" + type.path() + (entries.find(type, id).isPresent() ? "/" + id : "/new?entry=" + id);
    }
}
