package app.maru.editing;

import java.util.UUID;

import io.github.wimdeblauwe.htmx.spring.boot.mvc.HtmxRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

import app.maru.content.ContentType;
import app.maru.desk.Input;
import app.maru.identity.Person;
import app.maru.identity.Requires;
import app.maru.identity.Right;

/** The form while it is being filled in: carries out what a button asks of its cards, and saves nothing. */
@ForEachContentType
@Requires(Right.WRITE)
class FormController {

    private final Forms forms;
    private final Editor editor;
    private final SlugSuggestions slugs;
    private final Words words;

    FormController(Forms forms, Editor editor, SlugSuggestions slugs, Words words) {
        this.forms = forms;
        this.editor = editor;
        this.slugs = slugs;
        this.words = words;
    }

    @PostMapping("/new/form")
    ModelAndView change(ContentType type, @RequestParam MultiValueMap<String, String> parameters, @AuthenticationPrincipal Person person,
                        HtmxRequest htmx, HttpServletResponse response) {
        return change(type, new EditorForm(parameters).entry(), parameters, person, htmx, response);
    }

    @PostMapping("/{id}/form")
    ModelAndView change(ContentType type, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> parameters,
                        @AuthenticationPrincipal Person person, HtmxRequest htmx, HttpServletResponse response) {
        var form = new EditorForm(parameters);
        var asked = form.command();
        if (asked.equals(SlugSuggestions.COMMAND)) {
            return editor.show(forms.typed(type, id, slugs.applyTo(type, id, form)), HttpStatus.OK, person, "");
        }
        if (asked.startsWith(EditorForm.FIND)) {
            return editor.show(forms.typed(type, id, form), HttpStatus.OK, person, Input.idOf(asked.substring(EditorForm.FIND.length())));
        }
        boolean alone = htmx.isHtmxRequest() && !htmx.isBoosted();
        if (Pasting.isMeant(asked)) {
            return paste(type, id, form, person, alone ? response : null);
        }
        var chosen = ChosenCards.read(type, form);
        if (chosen.isPresent()) {
            var changed = chosen.get().applyTo(form, forms.typed(type, id, form).before());
            return editor.show(forms.typed(type, id, changed), HttpStatus.OK, person, chosen.get().focus());
        }
        var command = CardCommand.read(type, asked).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        if (alone) {
            return editor.card(command, type, form, person);
        }
        var sheet = forms.typed(type, id, form);
        return editor.show(forms.typed(type, id, command.applyTo(form, sheet.before())), HttpStatus.OK, person, command.focus());
    }

    private ModelAndView paste(ContentType type, UUID id, EditorForm form, Person person, @Nullable HttpServletResponse alone) {
        var before = forms.typed(type, id, form).before();
        var pasting = Pasting.read(type, form, before).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        boolean making = pasting.isMaking(form) && pasting.isPossible();
        if (alone != null) {
            return making ? editor.cards(pasting, person) : editor.look(pasting, alone);
        }
        var changed = making ? pasting.applyTo(form, before, words) : form;
        return editor.show(forms.typed(type, id, changed), pasting.status(), person, making ? CardList.idOf(pasting.child().name()) : pasting.place())
            .addObject("pasting", making ? null : pasting);
    }
}
