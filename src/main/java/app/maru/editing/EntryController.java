package app.maru.editing;

import java.util.Optional;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Keeping;
import app.maru.content.Outcome;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The editor of one entry: opening and saving. */
@ForEachContentType
class EntryController {

    private final Entries entries;
    private final Forms forms;
    private final Editor editor;
    private final Keeping keeping;
    private final News news;

    EntryController(Entries entries, Forms forms, Editor editor, Keeping keeping, News news) {
        this.entries = entries;
        this.forms = forms;
        this.editor = editor;
        this.keeping = keeping;
        this.news = news;
    }

    /** A new entry, or one that somebody began to type: the page's own script names it, so that loading it again finds the text. */
    @GetMapping("/new")
    @Requires(Right.WRITE)
    ModelAndView blank(ContentType type, @RequestParam(required = false) @Nullable UUID entry, @AuthenticationPrincipal Person person) {
        if (entry != null && entries.find(type, entry).isPresent()) {
            return new ModelAndView("redirect:/" + type.path() + "/" + entry);
        }
        var view = editor.show(Sheet.blank(type, entry == null ? UUID.randomUUID() : entry), person);
        return entry == null ? view.addObject("begun", keeping.beginnings(type, person.id())) : view;
    }

    @GetMapping("/{id}")
    @Requires(Right.READ)
    ModelAndView open(ContentType type, @PathVariable UUID id, @RequestParam(EditorForm.CARD) Optional<UUID> card,
                      @AuthenticationPrincipal Person person) {
        return editor.show(Sheet.of(entries.workingCopy(type, id)), HttpStatus.OK, person, card.map(CardList::focusOf).orElse(""));
    }

    @PostMapping
    @Requires(Right.WRITE)
    ModelAndView create(ContentType type, @RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Person person,
                        RedirectAttributes redirect) {
        var form = new EditorForm(parameters);
        return save(type, form.entry(), form, person, redirect);
    }

    @PutMapping("/{id}")
    @Requires(Right.WRITE)
    ModelAndView save(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                      @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        return save(type, id, new EditorForm(parameters).ofStored(), person, redirect);
    }

    private ModelAndView save(ContentType type, UUID id, EditorForm form, Person person, RedirectAttributes redirect) {
        var outcome = forms.save(type, id, form, person.id());
        if (!(outcome instanceof Outcome.Saved saved)) {
            return editor.notSaved(outcome, type, id, form, person);
        }
        redirect.addFlashAttribute("toast", news.saved(saved, form, person));
        return new ModelAndView("redirect:" + saved.copy().entry().address());
    }
}
