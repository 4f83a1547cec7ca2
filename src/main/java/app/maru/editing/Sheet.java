package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.ChildType;
import app.maru.content.ContentType;
import app.maru.content.Draft;
import app.maru.content.Merge;
import app.maru.content.Outcome;
import app.maru.content.Paths;
import app.maru.content.Problem;
import app.maru.content.Resuming;
import app.maru.content.Snapshot;
import app.maru.content.Unsaved;
import app.maru.content.Values;
import app.maru.content.WorkingCopy;
import app.maru.publishing.Publishing.Refusal;

/**
 * An entry as the editor has it before it: what is typed, what that was made from, and what came of it.
 *
 * @param stored the entry as last saved; null for one that is not saved yet
 * @param version the lock version that the form carries on
 * @param base the revision that the form's text is a change of
 * @param before what that revision says
 * @param form the form as it was sent; empty when what is stored is shown
 * @param merge what both changed, after a conflict
 * @param refusals why it was not published, after an attempt to
 * @param unsaved what the person had typed before and not saved, as far as it is in the sheet
 */
record Sheet(ContentType type, UUID entry, @Nullable WorkingCopy stored, int version, int base, Snapshot before, EditorForm form,
             Draft draft, @Nullable Merge merge, List<Refusal> refusals, Unsaved unsaved) {

    /** A new entry that nobody has typed anything into. */
    static Sheet blank(ContentType type, UUID entry) {
        return new Sheet(type, entry, null, 0, 0, type.blank(), EditorForm.none(), asStored(type.blank()), null, List.of(), Unsaved.NONE);
    }

    /** An entry as last saved. */
    static Sheet of(WorkingCopy copy) {
        return new Sheet(copy.type(), copy.entry().id(), copy, copy.version(), copy.entry().head(), copy.snapshot(), EditorForm.none(),
            asStored(copy.snapshot()), null, List.of(), Unsaved.NONE);
    }

    /** An entry as a revision has it, to be looked at only. */
    static Sheet of(ContentType type, UUID entry, Snapshot snapshot) {
        return new Sheet(type, entry, null, 0, 0, snapshot, EditorForm.none(), asStored(snapshot), null, List.of(), Unsaved.NONE);
    }

    private static Draft asStored(Snapshot snapshot) {
        return new Draft(snapshot, Map.of(), Map.of(), List.of());
    }

    /** With what somebody typed. */
    Sheet typed(EditorForm sent, int version, int base, Snapshot before, Draft draft) {
        return new Sheet(type, entry, stored, version, base, before, sent, draft, null, refusals, Unsaved.NONE);
    }

    /** With what somebody typed before and did not save; what is stored when that says nothing else. */
    Sheet resumed(Unsaved unsaved, Resuming.Resumed resumed) {
        return resumed.saysNothingBeside(before) ? new Sheet(type, entry, stored, version, base, before, form, draft, merge, refusals, unsaved)
            : new Sheet(type, entry, stored, version, base, before, new EditorForm(unsaved.form()), resumed.draft(), resumed.merge(), refusals, unsaved);
    }

    /** With both changes made into one, to be saved over theirs. */
    Sheet merged(EditorForm sent, Outcome.Conflicted conflict) {
        var theirs = conflict.theirs();
        return new Sheet(type, entry, theirs, theirs.version(), theirs.entry().head(), theirs.snapshot(), sent, conflict.draft(), conflict.merge(), refusals, Unsaved.NONE);
    }

    /** As a page has it that was made of an earlier revision. */
    Sheet asOf(int revision, Snapshot snapshot) {
        return new Sheet(type, entry, stored, version, revision, snapshot, form, asStored(snapshot), merge, refusals, unsaved);
    }

    /** Saved, but refused for publishing. */
    Sheet refused(List<Refusal> reasons) {
        return new Sheet(type, entry, stored, version, base, before, form, draft, merge, reasons, unsaved);
    }

    /** Whether it shows text from another sitting that is not saved. */
    boolean isResumed() {
        return !unsaved.isEmpty() && !form.parameters().isEmpty();
    }

    /** Whether what is shown is what is stored. */
    boolean isStored() {
        return stored != null && form.parameters().isEmpty();
    }

    /** What is wrong, with the saving and with the publishing of this entry. */
    List<Problem> problems() {
        var problems = new ArrayList<>(draft.problems());
        refusals.stream().filter(refusal -> refusal.entry().equals(entry)).forEach(refusal -> problems.addAll(refusal.problems()));
        return problems;
    }

    /** The text at a root field: as typed, else the value's. */
    String text(String field) {
        return Optional.ofNullable(draft.texts().get(field)).orElseGet(() -> Values.text(draft.snapshot().value(field)));
    }

    /** The text at a child's field: as typed, else the value's; a removed child's is what it was made from. */
    String text(ChildType child, UUID id, String field) {
        var typed = draft.texts().get(Paths.of(child.name(), id, field));
        return typed != null ? typed : draft.snapshot().item(child.name(), id).or(() -> before.item(child.name(), id))
            .map(item -> Values.text(item.fields().get(field))).orElse("");
    }

    /** Every card of that kind, in order, those that are marked as to be removed among them. */
    List<UUID> cards(ChildType child) {
        var cards = new ArrayList<>(draft.snapshot().items(child.name()).stream().map(Snapshot.Item::id).toList());
        var sent = form.ids(Paths.order(child.name()));
        for (var id : removed(child).stream().filter(id -> !cards.contains(id)).toList()) {
            var predecessors = sent.subList(0, Math.max(0, sent.indexOf(id))).reversed();
            cards.add(predecessors.stream().mapToInt(cards::indexOf).filter(place -> place >= 0).findFirst().orElse(-1) + 1, id);
        }
        return cards;
    }

    /** The cards that the next Save removes, as far as they are known at all. */
    Set<UUID> removed(ChildType child) {
        var removed = new java.util.LinkedHashSet<>(draft.removed().getOrDefault(child.name(), Set.of()));
        removed.removeIf(id -> draft.snapshot().item(child.name(), id).isEmpty() && before.item(child.name(), id).isEmpty()
            && draft.texts().keySet().stream().noneMatch(path -> path.startsWith(child.name() + "." + id)));
        return removed;
    }
}
