package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** A difference between two revisions as it is read: everything by its name in the reader's language. */
record Comparison(List<FieldLine> fields, List<ChildLine> children) {

    static final Comparison NOTHING = new Comparison(List.of(), List.of());

    /**
     * A field that differs.
     *
     * @param path the field's place in the entry; null when the type no longer declares it
     * @param before the value before, as it reads; empty for none
     * @param words the change inside the text; nothing where the value is replaced as a whole
     */
    record FieldLine(@Nullable String path, String label, String before, String after, TextDifference words) {

        static FieldLine of(@Nullable String path, String label, String before, String after) {
            return new FieldLine(path, label, before, after, TextDifference.NOTHING);
        }

        /** The same, compared word by word where there is text on both sides. */
        FieldLine comparedInside() {
            return before.isEmpty() || after.isEmpty() ? this : new FieldLine(path, label, before, after, TextDifference.between(before, after));
        }

        /** The same where there was nothing before. */
        FieldLine fresh() {
            return FieldLine.of(path, label, "", after);
        }

        FieldLine shortened() {
            return new FieldLine(path, label, TextDifference.shortened(before), TextDifference.shortened(after), words.shortened());
        }

        /** Whether the change is shown inside the text. */
        public boolean isInside() {
            return !words.parts().isEmpty();
        }

        /** The text before, with what is gone since. */
        public TextDifference wordsBefore() {
            return words.side(TextDifference.Kind.REMOVED);
        }

        /** The text after, with what is new in it. */
        public TextDifference wordsAfter() {
            return words.side(TextDifference.Kind.ADDED);
        }
    }

    /**
     * A child that differs.
     *
     * @param path the child's place in the entry
     * @param how what happened to it, as the ends of message keys: added, removed, moved, changed
     * @param kind how one such child is called
     * @param from its place before, counted from 1; 0 when it was not there
     */
    record ChildLine(String path, List<String> how, String kind, String title, int from, int to, List<FieldLine> fields) {
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return fields.isEmpty() && children.isEmpty();
    }
}
