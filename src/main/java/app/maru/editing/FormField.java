package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.content.Field;
import app.maru.desk.Input;

/**
 * One field of the editor's form.
 *
 * @param wanted what entries to point to are searched for by; empty for no search
 * @param holders entries that stand in the way of what it says
 * @param clash what somebody else says there; null when nobody does
 */
record FormField(Field field, Input input, String wanted, List<Complaint.Holder> holders, @Nullable Clash clash) {

    /** Whether its text is Markdown, to be looked at before it is saved. */
    public boolean isMarkdown() {
        return field.kind() == Field.Kind.MARKDOWN;
    }

    /** Whether it points to another entry, to be searched for. */
    public boolean isRelation() {
        return field.kind() == Field.Kind.RELATION;
    }

    /** Whether it is the entry's address. */
    public boolean isSlug() {
        return field.kind() == Field.Kind.SLUG;
    }
}
