package app.maru.editing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
import app.maru.content.Entry;
import app.maru.desk.Toast;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.reviews.Review;
import app.maru.reviews.Reviewing;
import app.maru.reviews.Reviews;

/** The request that an editor looks at an entry, and the answer to it. Publishing is an answer, too: it needs no route here. */
@ForEachContentType
@RequestMapping("/{id}/review")
@Requires(Right.WRITE)
class ReviewController {

    static final String NOTE = "_note";

    private final Entries entries;
    private final Publishing publishing;
    private final ProposalPages pages;
    private final Editor editor;
    private final Reviews reviews;
    private final Reviewing reviewing;

    ReviewController(Entries entries, Publishing publishing, ProposalPages pages, Editor editor, Reviews reviews, Reviewing reviewing) {
        this.entries = entries;
        this.publishing = publishing;
        this.pages = pages;
        this.editor = editor;
        this.reviews = reviews;
        this.reviewing = reviewing;
    }

    /** Asks for a look at exactly that revision; what could not be published anyway is not asked for. */
    @PutMapping
    ModelAndView ask(ContentType type, @PathVariable UUID id, @RequestParam(EditorForm.REVISION) int revision,
                     @RequestParam(name = NOTE, defaultValue = "") String text, @AuthenticationPrincipal Person person, HtmxRequest htmx,
                     RedirectAttributes redirect) {
        var note = Note.of(text);
        var exact = List.of(new Exact(id, entries.revision(type, id, revision).number()));
        if (!note.fits() || !publishing.objections(exact).isEmpty()) {
            return pages.show(entries.workingCopy(type, id), exact, HttpStatus.UNPROCESSABLE_CONTENT, person, htmx).addObject("note", note);
        }
        reviewing.ask(id, revision, note.text(), person.id());
        return to(entries.entry(type, id), "review.asked", "/review", redirect);
    }

    @DeleteMapping
    ModelAndView withdraw(ContentType type, @PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var entry = entries.entry(type, id);
        reviews.latest(id).filter(Review::isOpen).ifPresent(review -> require(ReviewScreens.mayWithdraw(review, person)));
        reviewing.withdraw(id, person.id());
        return to(entry, "review.withdrawn", "/review/answer", redirect);
    }

    @PutMapping("/answer")
    @Requires(Right.PUBLISH)
    ModelAndView sendBack(ContentType type, @PathVariable UUID id, @RequestParam(name = NOTE, defaultValue = "") String text,
                          @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var note = Note.of(text);
        if (!note.fits()) {
            return editor.show(Sheet.of(entries.workingCopy(type, id)), HttpStatus.UNPROCESSABLE_CONTENT, person, "").addObject("note", note);
        }
        var entry = entries.entry(type, id);
        reviewing.sendBack(id, note.text(), person.id());
        return to(entry, "review.returned", "/review/answer", redirect);
    }

    /** Takes the answer back: an editor's by an editor, a withdrawal by whoever may withdraw. */
    @DeleteMapping("/answer")
    ModelAndView takeBack(ContentType type, @PathVariable UUID id, @AuthenticationPrincipal Person person, RedirectAttributes redirect) {
        var entry = entries.entry(type, id);
        reviews.latest(id).ifPresent(review -> require(review.isSentBack() ? person.may(Right.PUBLISH) : ReviewScreens.mayWithdraw(review, person)));
        reviewing.reopen(id);
        redirect.addFlashAttribute("toast", Toast.saying("review.reopened"));
        return new ModelAndView("redirect:" + entry.address());
    }

    private static void require(boolean right) {
        if (!right) {
            throw new AccessDeniedException("The request is somebody else's");
        }
    }

    private static ModelAndView to(Entry entry, String news, String undo, RedirectAttributes redirect) {
        redirect.addFlashAttribute("toast", Toast.saying(news).undoneBy("delete", entry.address() + undo, Map.of()));
        return new ModelAndView("redirect:" + entry.address());
    }
}
