package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import app.maru.content.ContentTypes;
import app.maru.content.Field;
import app.maru.content.Field.Kind;
import app.maru.content.Listing;
import app.maru.content.Listings;
import app.maru.content.Values;
import app.maru.desk.Input;
import app.maru.desk.Input.Choice;

/** Turns a declared field into the input that asks for it. */
@Component
class FormFields {

    private final Words words;
    private final Listings listings;
    private final ContentTypes types;

    FormFields(Words words, Listings listings, ContentTypes types) {
        this.words = words;
        this.listings = listings;
        this.types = types;
    }

    /**
     * The input for the field.
     *
     * @param wanted what entries to choose from are searched for by; empty for no search
     */
    Input input(Field field, String path, String labelKey, String text, String wanted, List<String> errors, boolean readOnly) {
        var input = Input.of(widget(field.kind()), path, labelKey, Values.storable(text))
            .atMost(isCounted(field) && !readOnly ? field.maxLength() : 0).needed(isNeeded(field) && !readOnly).wrong(errors).readOnly(readOnly)
            .help(words.find(labelKey + ".help").map(help -> labelKey + ".help").orElse(null));
        return switch (field.kind()) {
            case CHOICE -> input.among(choices(field, labelKey, text));
            case RELATION -> related(input, field, wanted);
            default -> input;
        };
    }

    /** The entry that is chosen, and the first of those that could be. */
    private Input related(Input input, Field field, String wanted) {
        var found = listings.page(Listing.of(types.of(field.target()), Map.of("search", wanted))).entries();
        var choices = new ArrayList<>(List.of(new Choice("", "editor.none")));
        if (!input.value().isEmpty() && found.stream().noneMatch(entry -> entry.id().toString().equals(input.value()))) {
            choices.add(Choice.called(input.value(), words.related(input.value())));
        }
        found.forEach(entry -> choices.add(Choice.called(entry.id().toString(), words.title(entry.title()))));
        return (wanted.isBlank() ? input : input.open()).among(choices);
    }

    private static String widget(Kind kind) {
        return switch (kind) {
            case TEXT, SLUG, TAGS -> "line";
            case LONG_TEXT, MARKDOWN -> "area";
            case LINK -> "link";
            case ICON -> "icon";
            case CHOICE, RELATION -> "choice";
            case FLAG -> "flag";
            case NUMBER -> "number";
        };
    }

    private static boolean isCounted(Field field) {
        return field.maxLength() < Integer.MAX_VALUE && (field.kind() == Kind.TEXT || field.kind().multiline());
    }

    /** A choice that always holds something needs no reminder. */
    private static boolean isNeeded(Field field) {
        return field.required() && (field.kind() != Kind.CHOICE || field.optional());
    }

    /** What was sent and is none of them is shown all the same, so that nobody's word is changed in silence. */
    private static List<Choice> choices(Field field, String labelKey, String text) {
        var choices = new ArrayList<Choice>();
        if (field.optional()) {
            choices.add(new Choice("", "editor.none"));
        }
        field.choices().forEach(choice -> choices.add(new Choice(choice, labelKey + "." + choice)));
        if (choices.stream().noneMatch(choice -> choice.value().equals(text))) {
            choices.add(new Choice(text, "editor.unknown"));
        }
        return choices;
    }
}
