package app.maru.editing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

import app.maru.content.ContentType;
import app.maru.content.Paths;
import app.maru.content.Snapshot;

/** What a button asks to be done with the cards of a form while nothing is saved: how they work without a script. */
record CardCommand(String children, UUID card, Act act) {

    enum Act { ADD, OPEN, UP, DOWN, REMOVE, UNDO }

    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?\\.(add|open|up|down|remove|undo)");

    /** The command as a button writes it: {@code features.add}, {@code features.{id}.up}; empty when it is none of the type. */
    static Optional<CardCommand> read(ContentType type, String text) {
        var match = FORM.matcher(text);
        if (!match.matches() || type.child(match.group(1)).isEmpty() || match.group(3).equals("add") != (match.group(2) == null)) {
            return Optional.empty();
        }
        var card = match.group(2) == null ? UUID.randomUUID() : UUID.fromString(match.group(2));
        return Optional.of(new CardCommand(match.group(1), card, Act.valueOf(match.group(3).toUpperCase(Locale.ROOT))));
    }

    /** The form as it is when the command has been carried out. */
    EditorForm applyTo(EditorForm form, Snapshot base) {
        var parameters = new LinkedMultiValueMap<>(form.parameters());
        var order = new ArrayList<>(parameters.containsKey(Paths.order(children)) ? form.ids(Paths.order(children))
            : base.items(children).stream().map(Snapshot.Item::id).toList());
        var removed = new ArrayList<>(form.ids(Paths.removed(children)));
        switch (act) {
            case ADD -> order.add(card);
            case OPEN -> { }
            case UP -> swap(order, -1, Set.copyOf(removed));
            case DOWN -> swap(order, 1, Set.copyOf(removed));
            case REMOVE -> removed.add(card);
            case UNDO -> removed.remove(card);
        }
        put(parameters, Paths.order(children), order);
        put(parameters, Paths.removed(children), removed);
        return new EditorForm(parameters);
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

    private static void put(MultiValueMap<String, String> parameters, String name, List<UUID> ids) {
        parameters.put(name, ids.stream().map(UUID::toString).toList());
    }

    /** The id of what a browser without scripts leads to afterwards: the same button, or the card that came or was left. */
    String focus() {
        return switch (act) {
            case ADD, OPEN, UNDO -> CardList.focusOf(card);
            case UP, DOWN, REMOVE -> "card-" + card + (act == Act.REMOVE ? "-undo" : act == Act.UP ? "-up" : "-down");
        };
    }
}
