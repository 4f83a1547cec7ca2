package app.maru.editing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import app.maru.content.ContentType;
import app.maru.content.Paths;
import app.maru.content.Snapshot;
import app.maru.content.Values;

/**
 * What a button asks to be done with the cards of a form while nothing is saved: how they work without a script.
 *
 * @param card the card that is done something with; the one that is made, where none was there before
 * @param made the card that is made, by those commands that make one
 */
record CardCommand(String children, UUID card, Act act, UUID made) {

    enum Act { ADD, ABOVE, BELOW, COPY, OPEN, UP, DOWN, REMOVE, UNDO }

    private static final Pattern FORM =
        Pattern.compile("(\\w+)(?:\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?\\.(add|above|below|copy|open|up|down|remove|undo)");

    /** The command as a button writes it: {@code features.add}, {@code features.{id}.up}; empty when it is none of the type. */
    static Optional<CardCommand> read(ContentType type, String text) {
        var match = FORM.matcher(text);
        if (!match.matches() || type.child(match.group(1)).isEmpty() || match.group(3).equals("add") != (match.group(2) == null)) {
            return Optional.empty();
        }
        var made = UUID.randomUUID();
        var card = match.group(2) == null ? made : UUID.fromString(match.group(2));
        return Optional.of(new CardCommand(match.group(1), card, Act.valueOf(match.group(3).toUpperCase(Locale.ROOT)), made));
    }

    /** The form as it is when the command has been carried out. */
    EditorForm applyTo(EditorForm form, Snapshot base) {
        var parameters = new LinkedMultiValueMap<>(form.parameters());
        var order = form.order(children, base);
        var removed = new ArrayList<>(form.ids(Paths.removed(children)));
        int place = Math.max(0, order.indexOf(card));
        switch (act) {
            case ADD -> order.add(made);
            case ABOVE -> order.add(place, made);
            case BELOW, COPY -> order.add(Math.min(place + 1, order.size()), made);
            case UP -> swap(order, -1, Set.copyOf(removed));
            case DOWN -> swap(order, 1, Set.copyOf(removed));
            case REMOVE -> removed.add(card);
            case UNDO -> removed.remove(card);
            case OPEN -> { }
        }
        if (act == Act.COPY) {
            texts(form, base).forEach((field, text) -> parameters.set(Paths.of(children, made, field), text));
        }
        EditorForm.put(parameters, Paths.order(children), order);
        EditorForm.put(parameters, Paths.removed(children), removed);
        return new EditorForm(parameters);
    }

    /** What is in the card: as typed, else as the form was made from it. */
    private Map<String, String> texts(EditorForm form, Snapshot base) {
        var texts = new LinkedHashMap<String, String>();
        base.item(children, card).ifPresent(item -> item.fields().forEach((field, value) -> texts.put(field, Values.text(value))));
        form.parameters().forEach((path, values) -> Paths.child(path).filter(found -> found.id().equals(card))
            .ifPresent(found -> texts.put(found.field(), values.getLast())));
        return texts;
    }

    /** Changes places with the next card in that direction that is not about to be removed. */
    private void swap(List<UUID> order, int direction, Set<UUID> removed) {
        int place = order.indexOf(card);
        int other = place + direction;
        while (other >= 0 && other < order.size() && removed.contains(order.get(other))) {
            other += direction;
        }
        if (place >= 0 && other >= 0 && other < order.size()) {
            Collections.swap(order, place, other);
        }
    }

    /** The id of what a browser without scripts leads to afterwards: the same button, or the card that came or was left. */
    String focus() {
        return switch (act) {
            case ADD, ABOVE, BELOW, COPY -> CardList.focusOf(made);
            case OPEN, UNDO -> CardList.focusOf(card);
            case UP, DOWN, REMOVE -> "card-" + card + (act == Act.REMOVE ? "-undo" : act == Act.UP ? "-up" : "-down");
        };
    }
}
