package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

import org.springframework.util.LinkedMultiValueMap;

import app.maru.content.ContentType;
import app.maru.content.Paths;
import app.maru.content.Snapshot;

/** What a button asks to be done with all cards that are ticked, while nothing is saved: how that works without a script. */
record ChosenCards(String children, List<UUID> cards, String act) {

    /** Begins the name under which the ticked cards are sent. */
    static final String NAME = Paths.CONTROL + "chosen.";

    private static final Pattern COMMAND = Pattern.compile("(\\w+)\\.chosen\\.(up|down|top|bottom|remove)");

    /** The command as a button writes it: {@code features.chosen.up}. */
    static Optional<ChosenCards> read(ContentType type, EditorForm form) {
        var command = COMMAND.matcher(form.command());
        return command.matches() && type.child(command.group(1)).isPresent()
            ? Optional.of(new ChosenCards(command.group(1), form.ids(NAME + command.group(1)), command.group(2))) : Optional.empty();
    }

    /** The form as it is when the cards have been moved, then one behind the other, or marked. */
    EditorForm applyTo(EditorForm form, Snapshot base) {
        var parameters = new LinkedMultiValueMap<>(form.parameters());
        var removed = new ArrayList<>(form.ids(Paths.removed(children)));
        var order = form.order(children, base);
        var moved = order.stream().filter(cards::contains).filter(card -> !removed.contains(card)).toList();
        if (act.equals("remove")) {
            removed.addAll(moved);
            parameters.remove(NAME + children);
        } else if (!moved.isEmpty()) {
            var others = new ArrayList<>(order);
            others.removeAll(moved);
            others.addAll(place(order, others, moved, removed), moved);
            order = others;
        }
        EditorForm.put(parameters, Paths.order(children), order);
        EditorForm.put(parameters, Paths.removed(children), removed);
        return new EditorForm(parameters);
    }

    /** Before which of the others they go; those that are about to be removed are passed over. */
    private int place(List<UUID> order, List<UUID> others, List<UUID> moved, List<UUID> removed) {
        return switch (act) {
            case "top" -> 0;
            case "bottom" -> others.size();
            case "up" -> {
                int place = order.indexOf(moved.getFirst()) - 1;
                while (place > 0 && removed.contains(others.get(place))) place--;
                yield Math.max(0, place);
            }
            default -> {
                int place = order.indexOf(moved.getFirst());
                while (place < others.size() && removed.contains(others.get(place))) place++;
                yield Math.min(others.size(), place + 1);
            }
        };
    }

    /** The id of what a browser without scripts leads to afterwards: the same button. */
    String focus() {
        return "chosen-" + children + "-" + act;
    }
}
