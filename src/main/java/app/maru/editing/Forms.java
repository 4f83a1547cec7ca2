package app.maru.editing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

import app.maru.content.ChildType;
import app.maru.content.ContentType;
import app.maru.content.Draft;
import app.maru.content.Entries;
import app.maru.content.Form;
import app.maru.content.Keeping;
import app.maru.content.Moves;
import app.maru.content.Outcome;
import app.maru.content.Paths;
import app.maru.content.Resuming;
import app.maru.content.Saving;
import app.maru.content.Saving.Edit;
import app.maru.content.Sitting;
import app.maru.content.Snapshot;

/** Saves the forms that the editor sends, and reads them without saving. */
@Component
class Forms {

    private static final int FIRST_REVISION = 1;

    private final Saving saving;
    private final Entries entries;
    private final Keeping keeping;
    private final Resuming resuming;
    private final Clock clock;

    Forms(Saving saving, Entries entries, Keeping keeping, Resuming resuming, Clock clock) {
        this.saving = saving;
        this.entries = entries;
        this.keeping = keeping;
        this.resuming = resuming;
        this.clock = clock;
    }

    Outcome save(ContentType type, UUID id, EditorForm form, UUID author) {
        return form.makesNew() ? create(type, id, form, author)
            : saving.save(new Edit(type, id, form.version(), form.base(), chosen(type, id, form), "", author, sitting(id, form, author)));
    }

    /** Two posts of one new form at once: whoever comes second changes what the first made. */
    private Outcome create(ContentType type, UUID id, EditorForm form, UUID author) {
        var sitting = sitting(id, form, author);
        var outcome = saving.create(type, id, form.withTheirs(), author, sitting);
        return outcome instanceof Outcome.Refused && entries.find(type, id).isPresent()
            ? saving.create(type, id, form.withTheirs(), author, sitting) : outcome;
    }

    /** The form with theirs where that was chosen; cards that only it has stay behind those they follow, in their order too. */
    private MultiValueMap<String, String> chosen(ContentType type, UUID id, EditorForm form) {
        var fields = form.withTheirs();
        type.children().stream().map(ChildType::name).filter(form::takesTheirs).forEach(children -> {
            var theirs = entries.revision(type, id, form.base()).snapshot().items(children).stream().map(Snapshot.Item::id).toList();
            EditorForm.put(fields, Paths.order(children), Moves.insert(theirs, form.ids(Paths.order(children))));
        });
        return fields;
    }

    private Sitting sitting(UUID id, EditorForm form, UUID author) {
        return form.parameters().containsKey(EditorForm.SITTING) ? form.sitting(keeping.of(id, author)) : Sitting.none();
    }

    /** The sheet with what the person has typed and not saved. */
    Sheet resumed(Sheet sheet, UUID person) {
        var unsaved = keeping.of(sheet.entry(), person);
        return unsaved.isEmpty() ? sheet
            : sheet.resumed(unsaved, resuming.over(sheet.type(), sheet.entry(), unsaved, sheet.before(), sheet.base()));
    }

    /** What the entry would say if the form were saved and nobody else had saved meanwhile. */
    Snapshot wouldBeSaved(ContentType type, UUID id, EditorForm form, UUID author) {
        return resuming.under(chosen(type, id, form), sitting(id, form, author), type, id, entries.revision(type, id, form.base()).snapshot(), form.base()).snapshot();
    }

    /** The sheet that the form was made from, without anything typed. */
    Sheet sheet(ContentType type, UUID id, EditorForm form) {
        return form.makesNew() && entries.find(type, id).isEmpty() ? Sheet.blank(type, id) : Sheet.of(entries.workingCopy(type, id));
    }

    /** The sheet of a page that was made of that revision, which need not be the newest. */
    Sheet sheet(ContentType type, UUID id, int base) {
        var sheet = Sheet.of(entries.workingCopy(type, id));
        return sheet.base() == base ? sheet : sheet.asOf(base, entries.revision(type, id, base).snapshot());
    }

    /** The sheet with what the form says, whatever has been found wrong with it. */
    Sheet typed(ContentType type, UUID id, EditorForm form, Draft draft) {
        var sheet = sheet(type, id, form);
        int base = form.makesNew() ? FIRST_REVISION : form.base();
        return sheet.typed(form, form.makesNew() ? 0 : form.version(), base, before(sheet, base), draft);
    }

    /** The sheet with what the form says, held against no rule. */
    Sheet typed(ContentType type, UUID id, EditorForm form) {
        var draft = read(type, id, form);
        return typed(type, id, form, new Draft(draft.snapshot(), draft.texts(), draft.removed(), List.of()));
    }

    /** Whether somebody has typed something into the form. */
    boolean isTyped(ContentType type, UUID id, EditorForm form) {
        var draft = read(type, id, form);
        return !draft.problems().isEmpty() || !draft.snapshot().saysTheSameAs(before(type, id, form));
    }

    private Draft read(ContentType type, UUID id, EditorForm form) {
        return Form.read(type, before(type, id, form), form.parameters(), clock.instant());
    }

    private Snapshot before(ContentType type, UUID id, EditorForm form) {
        return before(sheet(type, id, form), form.makesNew() ? FIRST_REVISION : form.base());
    }

    /** A new entry's sheet with nothing but what the form says. */
    Sheet blankWith(ContentType type, EditorForm form) {
        var blank = Sheet.blank(type, UUID.randomUUID());
        return blank.typed(form, 0, 0, blank.before(), Form.read(type, blank.before(), form.parameters(), clock.instant()));
    }

    private Snapshot before(Sheet sheet, int base) {
        return sheet.stored() == null ? sheet.type().blank() : entries.revision(sheet.type(), sheet.entry(), base).snapshot();
    }
}
