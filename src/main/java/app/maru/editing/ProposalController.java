package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.NoSuchEntry;
import app.maru.content.Outcome;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Publishing.Exact;

/** What would change for visitors: what is typed is saved first, and just that is looked at before anybody publishes it. */
@ForEachContentType
@RequestMapping("/{id}/proposal")
@Requires(Right.WRITE)
class ProposalController {

    private final Entries entries;
    private final Forms forms;
    private final Editor editor;
    private final ProposalPages pages;
    private final News news;

    ProposalController(Entries entries, Forms forms, Editor editor, ProposalPages pages, News news) {
        this.entries = entries;
        this.forms = forms;
        this.editor = editor;
        this.pages = pages;
        this.news = news;
    }

    @PutMapping
    ModelAndView propose(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                         @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var form = new EditorForm(parameters);
        var outcome = forms.save(type, id, form, person.id());
        if (!(outcome instanceof Outcome.Saved saved)) {
            return editor.notSaved(outcome, type, id, form, person);
        }
        if (!saved.taken().isEmpty()) {
            redirect.addFlashAttribute("toast", news.saved(saved, form, person));
        }
        redirect.addAttribute(EditorForm.REVISION, saved.copy().entry().head());
        return new ModelAndView("redirect:" + saved.copy().entry().address() + "/proposal");
    }

    /** The revision is the newest where none is given. */
    @GetMapping
    ModelAndView show(ContentType type, @PathVariable UUID id, @RequestParam(EditorForm.REVISION) Optional<Integer> revision,
                      @RequestParam(name = EditorForm.WITH, defaultValue = "") List<UUID> together, @AuthenticationPrincipal Person person,
                      HtmxRequest htmx, RedirectAttributes redirect) {
        var copy = entries.workingCopy(type, id);
        var exact = new Exact(id, revision.map(number -> entries.revision(type, id, number).number()).orElse(copy.entry().head()));
        if (Objects.equals(copy.entry().live(), exact.revision()) && together.isEmpty()) {
            redirect.addFlashAttribute("toast", News.published(0));
            return new ModelAndView("redirect:" + copy.entry().address());
        }
        var revisions = new ArrayList<>(List.of(exact));
        together.forEach(other -> revisions.add(new Exact(other, entries.find(other).orElseThrow(() -> new NoSuchEntry(other)).head())));
        return pages.show(copy, revisions, HttpStatus.OK, person, htmx);
    }
}
