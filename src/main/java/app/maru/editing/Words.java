package app.maru.editing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

import app.maru.content.ChildType;
import app.maru.content.ContentType;
import app.maru.content.Field;
import app.maru.content.Outcome;
import app.maru.content.Paths;
import app.maru.content.Relations;
import app.maru.content.Values;

/** Calls things by their names, in the reader's language: a type's places and values as its messages have them. */
@Component
class Words {

    private final MessageSource messages;
    private final Relations relations;

    Words(MessageSource messages, Relations relations) {
        this.messages = messages;
        this.relations = relations;
    }

    String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    /** What the key says, if anything. */
    Optional<String> find(String key, Object... arguments) {
        return Optional.ofNullable(messages.getMessage(key, arguments, null, LocaleContextHolder.getLocale()));
    }

    /** The first reason why something was not saved. */
    String why(Outcome.Refused refused) {
        var problem = refused.draft().problems().getFirst();
        return find(problem.messageKey(), problem.arguments().toArray()).orElseGet(() -> say("problem.other"));
    }

    /** The message key of a root field's label. */
    static String key(ContentType type, Field field) {
        return type.messageKey() + "." + field.name();
    }

    /** The message key of the heading of that kind of children; keys of their parts begin with it. */
    static String key(ContentType type, ChildType child) {
        return type.messageKey() + "." + child.name();
    }

    /** What one child of that kind is called. */
    String one(ContentType type, ChildType child) {
        return find(key(type, child) + ".one").orElseGet(() -> say(key(type, child)));
    }

    /** A value as it is read: a choice by its name, a flag as on or off, nothing as such. */
    String value(Field field, String labelKey, @Nullable Object value) {
        return switch (field.kind()) {
            case CHOICE -> Values.isAbsent(value) ? say("editor.none") : find(labelKey + "." + value).orElseGet(() -> Values.text(value));
            case RELATION -> Values.isAbsent(value) ? say("editor.none") : related(Values.text(value));
            case FLAG -> say(Boolean.TRUE.equals(value) ? "editor.on" : "editor.off");
            default -> Values.isAbsent(value) ? say("editor.nothing") : Values.text(value);
        };
    }

    /** What the entry of that id is called. */
    String related(String id) {
        try {
            var entry = UUID.fromString(id);
            return Optional.ofNullable(relations.titles(List.of(entry)).get(entry)).map(this::title).orElseGet(() -> say("editor.gone"));
        } catch (IllegalArgumentException e) {
            return say("editor.unknown");
        }
    }

    /** An entry's title, or a word where it has none yet. */
    String title(String title) {
        return title.isBlank() ? say("editor.untitled") : title;
    }

    /** The place that the path names: a field, a kind of children, a card by its number, or a field of a card. */
    String place(Sheet sheet, String path) {
        var type = sheet.type();
        var parts = path.split("\\.", 3);
        var child = type.child(parts[0]);
        if (child.isEmpty()) {
            return type.field(path).map(field -> say(key(type, field))).orElse("");
        }
        if (parts.length == 1) {
            return say(key(type, child.get()));
        }
        var card = card(sheet, child.get(), UUID.fromString(parts[1]));
        return parts.length == 2 ? card : say("editor.place", card, say(key(type, child.get()) + "." + parts[2]));
    }

    private String card(Sheet sheet, ChildType child, UUID id) {
        var staying = sheet.cards(child);
        staying.removeAll(sheet.removed(child));
        int number = staying.indexOf(id) + 1;
        return number == 0 ? one(sheet.type(), child) : say("editor.card", one(sheet.type(), child), number);
    }

    /** The names of several places, as one enumeration. */
    String places(Sheet sheet, List<String> paths) {
        return String.join(", ", paths.stream().map(path -> place(sheet, path)).distinct().toList());
    }

    /** The field that the path names, if it names one. */
    static Optional<Field> field(ContentType type, String path) {
        return type.field(path).or(() -> Paths.child(path).flatMap(found -> type.child(found.children()).flatMap(child -> child.field(found.field()))));
    }
}
