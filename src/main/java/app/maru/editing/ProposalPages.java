package app.maru.editing;

import java.util.List;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;

import app.maru.content.WorkingCopy;
import app.maru.desk.Crumb;
import app.maru.identity.Person;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;

/** Shows what would change for visitors: as a dialog over the editor, as a page of its own where there is no editor. */
@Component
class ProposalPages {

    private static final String EDITOR = "editor";

    private final Publishing publishing;
    private final Proposals proposals;
    private final Editor editor;
    private final Words words;

    ProposalPages(Publishing publishing, Proposals proposals, Editor editor, Words words) {
        this.publishing = publishing;
        this.proposals = proposals;
        this.editor = editor;
        this.words = words;
    }

    /** What the revisions would change, the entry's own first; or, where they cannot go live, what stands in the way. */
    ModelAndView show(WorkingCopy copy, List<Exact> revisions, HttpStatus status, Person person, HtmxRequest htmx) {
        var objections = publishing.objections(revisions);
        if (!objections.isEmpty()) {
            return editor.show(Sheet.of(copy).refused(objections), HttpStatus.UNPROCESSABLE_CONTENT, person, "");
        }
        var proposal = proposals.of(revisions);
        return (EDITOR.equals(htmx.getTarget()) ? editor.show(Sheet.of(copy), status, person, "") : page(copy, proposal, status)).addObject("proposal", proposal);
    }

    private ModelAndView page(WorkingCopy copy, Proposal proposal, HttpStatus status) {
        var type = copy.type();
        return new ModelAndView("editing/proposal", status).addObject("crumbs", List.of(new Crumb("/" + type.path(), words.say(type.messageKey())),
            new Crumb(proposal.entry().address(), words.title(proposal.entry().title()))));
    }
}
