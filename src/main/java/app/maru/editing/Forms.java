package app.maru.editing;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import org.springframework.stereotype.Component;

import app.maru.content.ContentType;
import app.maru.content.Draft;
import app.maru.content.Entries;
import app.maru.content.Form;
import app.maru.content.Keeping;
import app.maru.content.Outcome;
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
            : saving.save(new Edit(type, id, form.version(), form.base(), form.withTheirs(), "", author, sitting(id, form, author)));
    }

    /** Two posts of one new form at once: whoever comes second changes what the first made. */
    private Outcome create(ContentType type, UUID id, EditorForm form, UUID author) {
        var sitting = sitting(id, form, author);
        var outcome = saving.create(type, id, form.withTheirs(), author, sitting);
        return outcome instanceof Outcome.Refused && entries.find(type, id).isPresent()
            ? saving.create(type, id, form.withTheirs(), author, sitting) : outcome;
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
        var sheet = sheet(type, id, form);
        var draft = Form.read(type, before(sheet, form.makesNew() ? FIRST_REVISION : form.base()), form.parameters(), clock.instant());
        return typed(type, id, form, new Draft(draft.snapshot(), draft.texts(), draft.removed(), List.of()));
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
