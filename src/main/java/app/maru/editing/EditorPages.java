package app.maru.editing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.Difference;
import app.maru.content.Difference.ChildChange;
import app.maru.content.Difference.How;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Slugs;
import app.maru.content.WorkingCopy;
import app.maru.editing.EditorPage.Colleague;
import app.maru.editing.Layout.Opening;
import app.maru.editing.EditorPage.Kept;
import app.maru.editing.EditorPage.Sitting;
import app.maru.identity.People;
import app.maru.identity.Person;
import app.maru.identity.Right;
import app.maru.publishing.Editions;

/** Makes the editor's page of a sheet. */
@Component
class EditorPages {

    private final Words words;
    private final FormFields fields;
    private final Complaints complaints;
    private final People people;
    private final Editions editions;
    private final Entries entries;

    EditorPages(Words words, FormFields fields, Complaints complaints, People people, Editions editions, Entries entries) {
        this.words = words;
        this.fields = fields;
        this.complaints = complaints;
        this.people = people;
        this.editions = editions;
        this.entries = entries;
    }

    /**
     * The page for that person.
     *
     * @param focus the id of the part that a browser without scripts should lead to; empty for the top
     */
    EditorPage page(Sheet sheet, Person person, String focus) {
        var entry = Optional.ofNullable(sheet.stored()).map(WorkingCopy::entry).orElse(null);
        var standing = entry == null ? null : editions.standing(entry.id()).orElse(null);
        var savedBy = entry == null ? null : nameOf(entry);
        var wrong = complaints.of(sheet);
        var layout = new Layout(sheet, wrong, words, fields, !person.may(Right.WRITE),
            new Opening(focus, KnownCards.ofThisRequest(), entry == null ? Map.of() : marks(sheet, entry)));
        return new EditorPage(sheet.type(), sheet.entry(), entry, heading(sheet, entry), sheet.version(), sheet.base(),
            !sheet.form().parameters().isEmpty(), !person.may(Right.WRITE), person.may(Right.PUBLISH), layout.fields(), layout.lists(), wrong, savedBy,
            standing, standing == null && suggests(sheet), overlapping(sheet) ? colleague(sheet, entry, savedBy) : null, !sheet.refusals().isEmpty(), focus, sitting(sheet),
            sheet.isResumed() ? new Kept(sheet.unsaved().at(), colleague(sheet, entry, savedBy)) : null);
    }

    /** How each card differs from what visitors see; nothing as long as they see nothing. */
    private Map<UUID, String> marks(Sheet sheet, Entry entry) {
        if (entry.live() == null || entry.live() == entry.head() && sheet.isStored()) {
            return Map.of();
        }
        var live = entries.revision(sheet.type(), entry.id(), entry.live()).snapshot();
        return Difference.between(sheet.type(), live, sheet.draft().snapshot()).children().stream()
            .filter(change -> change.how().contains(How.ADDED) || change.how().contains(How.CHANGED))
            .collect(Collectors.toMap(ChildChange::id, change -> change.how().contains(How.ADDED) ? "added" : "changed"));
    }

    private String heading(Sheet sheet, @Nullable Entry entry) {
        if (entry == null) {
            return words.find(sheet.type().messageKey() + ".new").orElseGet(() -> words.say("editor.new"));
        }
        return entry.title().isBlank() ? words.say("editor.untitled") : entry.title();
    }

    private @Nullable String nameOf(Entry entry) {
        return entry.changedBy() == null ? null : people.names(List.of(entry.changedBy())).get(entry.changedBy());
    }

    /** Whether the slug follows the title: it is empty, or what would be suggested anyway. */
    private static boolean suggests(Sheet sheet) {
        var type = sheet.type();
        if (type.slug() == null || type.slugSource() == null) {
            return false;
        }
        var slug = sheet.text(type.slug().name());
        return slug.isEmpty() || slug.equals(Slugs.suggest(sheet.text(type.slugSource().name())));
    }

    /** A form that comes back stays in its sitting; one that is opened begins another. */
    private static Sitting sitting(Sheet sheet) {
        var sent = sheet.form().parameters();
        return sent.containsKey(EditorForm.SITTING)
            ? new Sitting(sheet.form().sitting(), sheet.form().sent(), sent.getOrDefault(EditorForm.SEEN, List.of()))
            : new Sitting(UUID.randomUUID(), 0, sheet.unsaved().parts().stream().map(EditorForm::seen).toList());
    }

    private static boolean overlapping(Sheet sheet) {
        return sheet.merge() != null && !sheet.merge().conflicts().isEmpty();
    }

    private @Nullable Colleague colleague(Sheet sheet, @Nullable Entry entry, @Nullable String savedBy) {
        if (sheet.merge() == null || entry == null) {
            return null;
        }
        return new Colleague(savedBy == null ? words.say("editor.somebody") : savedBy, entry.changedAt(), words.places(sheet, sheet.merge().taken()));
    }
}
