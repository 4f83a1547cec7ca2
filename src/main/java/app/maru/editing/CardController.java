package app.maru.editing;

import java.util.UUID;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

import app.maru.content.ContentType;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** What is in a card that the page has closed, as of the revision that the page was made of. */
@ForEachContentType
class CardController {

    private final Forms forms;
    private final Editor editor;

    CardController(Forms forms, Editor editor) {
        this.forms = forms;
        this.editor = editor;
    }

    @GetMapping("/{id}/cards/{children}/{card}")
    @Requires(Right.READ)
    ModelAndView body(ContentType type, @PathVariable UUID id, @PathVariable String children, @PathVariable UUID card,
                      @RequestParam(EditorForm.BASE) int base, @AuthenticationPrincipal Person person, HtmxRequest htmx) {
        if (!htmx.isHtmxRequest()) {
            return new ModelAndView("redirect:/" + type.path() + "/" + id + "?" + EditorForm.CARD + "=" + card);
        }
        return editor.body(forms.sheet(type, id, base), children, card, person);
    }
}
