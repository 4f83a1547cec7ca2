package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import app.maru.content.WorkingCopy;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;
import app.maru.publishing.Withdrawing;

/** Puts an entry before visitors and takes it back. What is typed is saved first, and just that is published. */
@ForEachContentType
@RequestMapping("/{id}/publication")
@Requires(Right.PUBLISH)
class PublicationController {

    private final Entries entries;
    private final Forms forms;
    private final Editor editor;
    private final Proposals proposals;
    private final ProposalPages pages;
    private final Publishing publishing;
    private final Withdrawing withdrawing;
    private final Leaving leaving;

    PublicationController(Entries entries, Forms forms, Editor editor, Proposals proposals, ProposalPages pages, Publishing publishing,
                          Withdrawing withdrawing, Leaving leaving) {
        this.entries = entries;
        this.forms = forms;
        this.editor = editor;
        this.proposals = proposals;
        this.pages = pages;
        this.publishing = publishing;
        this.withdrawing = withdrawing;
        this.leaving = leaving;
    }

    /** Publishes at once; only where the checks warn, and nobody has said that they have seen it, the proposal is shown first. */
    @PutMapping
    ModelAndView publish(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                         @AuthenticationPrincipal Person person, HtmxRequest htmx, RedirectAttributes redirect) {
        var form = new EditorForm(parameters);
        if (!form.isOfEditor()) {
            var copy = entries.workingCopy(type, id);
            int revision = form.number(EditorForm.REVISION).map(number -> entries.revision(type, id, number).number()).orElse(copy.entry().head());
            return publish(copy, revision, form, person, htmx, redirect);
        }
        var outcome = forms.save(type, id, form, person.id());
        return outcome instanceof Outcome.Saved saved ? publish(saved.copy(), saved.copy().entry().head(), form, person, htmx, redirect)
            : editor.notSaved(outcome, type, id, form, person);
    }

    private ModelAndView publish(WorkingCopy copy, int revision, EditorForm form, Person person, HtmxRequest htmx, RedirectAttributes redirect) {
        var together = new ArrayList<>(List.of(new Exact(copy.entry().id(), revision)));
        form.ids(EditorForm.WITH).forEach(id -> together.add(new Exact(id, entries.find(id).orElseThrow(() -> new NoSuchEntry(id)).head())));
        if (!form.isAcknowledged() && proposals.isWarnedOf(together)) {
            return pages.show(copy, together, HttpStatus.UNPROCESSABLE_CONTENT, person, htmx).addObject("unacknowledged", true);
        }
        return switch (publishing.publish(together, person.id())) {
            case Result.Refused refused ->
                editor.show(Sheet.of(copy).refused(refused.refusals()), HttpStatus.UNPROCESSABLE_CONTENT, person, "");
            case Result.Committed committed -> {
                redirect.addFlashAttribute("toast", News.published(committed.edition()));
                yield new ModelAndView("redirect:" + copy.entry().address());
            }
        };
    }

    @DeleteMapping
    ModelAndView unpublish(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> form,
                           @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var question = leaving.asking(type, id, "unpublish", form, person);
        if (question != null) {
            return question;
        }
        var before = withdrawing.unpublish(type, id, person.id());
        redirect.addFlashAttribute("toast", News.unpublished(before));
        return new ModelAndView("redirect:" + before.address());
    }
}
