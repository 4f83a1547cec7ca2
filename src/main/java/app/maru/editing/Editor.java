package app.maru.editing;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.ModelAndView;

import app.maru.content.ContentType;
import app.maru.content.NoSuchEntry;
import app.maru.content.Outcome;
import app.maru.content.Paths;
import app.maru.content.Relations;
import app.maru.desk.Crumb;
import app.maru.identity.Person;
import app.maru.identity.Right;

/** Shows the editor: with what is stored, or with what was typed and what is the matter with it. */
@Component
class Editor {

    private static final String TOO_MANY = "TooManyChildren";

    private static final int USERS = 8;

    private final Forms forms;
    private final EditorPages pages;
    private final Remarking remarking;
    private final SchedulePanels schedules;
    private final ReviewScreens reviews;
    private final Relations relations;
    private final Words words;

    Editor(Forms forms, EditorPages pages, Remarking remarking, SchedulePanels schedules, ReviewScreens reviews, Relations relations,
           Words words) {
        this.forms = forms;
        this.pages = pages;
        this.remarking = remarking;
        this.schedules = schedules;
        this.reviews = reviews;
        this.relations = relations;
        this.words = words;
    }

    ModelAndView show(Sheet sheet, Person person) {
        return show(sheet, HttpStatus.OK, person, "");
    }

    ModelAndView show(Sheet stored, HttpStatus status, Person person, String focus) {
        var sheet = withUnsaved(stored, person);
        var view = new ModelAndView("editing/editor", status);
        view.addObject("page", pages.page(sheet, person, focus)).addObject("checks", remarking.of(sheet));
        view.addObject("crumbs", List.of(new Crumb("/" + sheet.type().path(), words.say(sheet.type().messageKey()))));
        if (sheet.stored() != null) {
            var schedule = schedules.panel(sheet.stored().entry(), sheet.form(), person);
            var review = reviews.panel(sheet.stored().entry(), person);
            view.addObject("users", relations.users(sheet.type(), sheet.entry(), false, USERS));
            view.addObject("linking", remarking.linking(sheet.stored().entry())).addObject("linked", remarking.linked(sheet.stored().entry()));
            view.addObject("schedule", schedule).addObject("review", review).addObject("badges", Badges.of(schedule, review));
        }
        return view;
    }

    /** What is stored is shown with what the person has typed and not saved. */
    private Sheet withUnsaved(Sheet sheet, Person person) {
        return sheet.form().parameters().isEmpty() && person.may(Right.WRITE) ? forms.resumed(sheet, person.id()) : sheet;
    }

    /** The one card that the command makes of the form, for a page that has all the others. */
    ModelAndView card(CardCommand command, ContentType type, EditorForm form, Person person) {
        return card("editing/card :: card", forms.blankWith(type, command.applyTo(form, type.blank())), command.children(), command.made(), person);
    }

    /** The cards that the lines make, for a page that has all the others. */
    ModelAndView cards(Pasting pasting, Person person) {
        var type = pasting.type();
        var alone = new EditorForm(new LinkedMultiValueMap<>(Map.of(Paths.order(pasting.child().name()), List.of())));
        var made = forms.blankWith(type, pasting.applyTo(alone, type.blank(), words));
        var page = pages.page(made, person, "");
        var list = page.lists().stream().filter(found -> found.child().equals(pasting.child())).findFirst().orElseThrow();
        return new ModelAndView("editing/card :: cards", Map.of("page", page, "checks", Remarks.NONE, "list", list));
    }

    /** What the lines would make, or why they cannot, for a page in which they stand. */
    ModelAndView look(Pasting pasting, HttpServletResponse response) {
        response.setHeader("HX-Retarget", "#" + pasting.place());
        response.setHeader("HX-Reswap", "innerHTML");
        return new ModelAndView("editing/paste :: what", Map.of("pasting", pasting), pasting.status());
    }

    /** What is in a card, for a page that has it closed. */
    ModelAndView body(Sheet stored, String children, UUID card, Person person) {
        return card("editing/card :: body", withUnsaved(stored, person), children, card, person);
    }

    private ModelAndView card(String view, Sheet sheet, String children, UUID id, Person person) {
        var page = pages.page(sheet, person, CardList.focusOf(id));
        var list = page.lists().stream().filter(found -> found.child().name().equals(children)).findFirst().orElseThrow(() -> new NoSuchEntry(children));
        var card = list.card(id).orElseThrow(() -> new NoSuchEntry(children + "/" + id));
        return new ModelAndView(view, Map.of("page", page, "checks", remarking.of(sheet), "list", list, "card", card));
    }

    /** What was typed, with the reasons why it was not saved. */
    ModelAndView notSaved(Outcome outcome, ContentType type, UUID id, EditorForm form, Person person) {
        return switch (outcome) {
            case Outcome.Refused refused -> show(forms.typed(type, id, form, refused.draft()), status(refused), person, "");
            case Outcome.Conflicted conflict -> show(Sheet.of(conflict.theirs()).merged(form, conflict), HttpStatus.CONFLICT, person, "");
            case Outcome.Saved saved -> throw new IllegalArgumentException(saved.copy().entry() + " is saved");
        };
    }

    private static HttpStatus status(Outcome.Refused refused) {
        return refused.draft().problems().stream().anyMatch(problem -> problem.code().equals(TOO_MANY))
            ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
