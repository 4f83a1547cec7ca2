package app.maru.editing;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import app.maru.content.ChildType;
import app.maru.content.ContentType;
import app.maru.content.Difference;
import app.maru.content.Difference.ChildChange;
import app.maru.content.Difference.FieldChange;
import app.maru.content.Difference.How;
import app.maru.content.Field;
import app.maru.content.Paths;
import app.maru.content.Snapshot;
import app.maru.content.Values;
import app.maru.editing.Comparison.ChildLine;
import app.maru.editing.Comparison.FieldLine;

/** Puts differences between revisions into words. */
@Component
class Comparing {

    private final Words words;

    Comparing(Words words) {
        this.words = words;
    }

    /** What turns one into the other, whole. */
    Comparison whole(ContentType type, Snapshot before, Snapshot after) {
        return compare(type, before, after, UnaryOperator.identity());
    }

    /** What turns one into the other, with long texts cut short. */
    Comparison brief(ContentType type, Snapshot before, Snapshot after) {
        return compare(type, before, after, FieldLine::shortened);
    }

    private Comparison compare(ContentType type, Snapshot before, Snapshot after, UnaryOperator<FieldLine> shown) {
        var difference = Difference.between(type, before, after);
        return new Comparison(lines(type.messageKey(), "", type.fields(), difference.fields(), shown),
            difference.children().stream().map(change -> line(type, change, shown)).toList());
    }

    private ChildLine line(ContentType type, ChildChange change, UnaryOperator<FieldLine> shown) {
        var child = type.child(change.kind()).orElseThrow();
        var key = Words.key(type, child);
        return new ChildLine(Paths.of(change.kind(), change.id()), change.how().stream().map(how -> how.name().toLowerCase(Locale.ROOT)).toList(), words.one(type, child),
            words.title(value(key, child.titleField(), change.title())), change.from(), change.to(), lines(key, child, change, shown));
    }

    /** What is new in a child that was there before; all that a new one says beyond its title. */
    private List<FieldLine> lines(String key, ChildType child, ChildChange change, UnaryOperator<FieldLine> shown) {
        boolean isNew = change.how().contains(How.ADDED);
        var changes = change.fields().stream().filter(field -> !isNew || !field.name().equals(child.titleField().name())).toList();
        return lines(key, Paths.of(change.kind(), change.id()) + ".", child.fields(), changes, isNew ? line -> shown.apply(line.fresh()) : shown);
    }

    private List<FieldLine> lines(String key, String within, List<Field> fields, List<FieldChange> changes, UnaryOperator<FieldLine> shown) {
        return changes.stream().map(change -> fields.stream().filter(field -> field.name().equals(change.name())).findFirst()
            .map(field -> line(key, within, field, change))
            .orElseGet(() -> FieldLine.of(null, change.name(), Values.text(change.before()), Values.text(change.after())))).map(shown).toList();
    }

    private FieldLine line(String key, String within, Field field, FieldChange change) {
        var line = FieldLine.of(within + field.name(), words.say(key + "." + field.name()), value(key, field, change.before()), value(key, field, change.after()));
        return isText(field) ? line.comparedInside() : line;
    }

    private String value(String key, Field field, @Nullable Object value) {
        return Values.isAbsent(value) ? "" : words.value(field, key + "." + field.name(), value);
    }

    private static boolean isText(Field field) {
        return field.kind().multiline() || field.kind() == Field.Kind.TEXT;
    }
}
