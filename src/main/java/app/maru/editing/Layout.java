package app.maru.editing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.content.ChildType;
import app.maru.content.Field;
import app.maru.content.Field.Kind;
import app.maru.content.Merge.Conflict;
import app.maru.content.Paths;
import app.maru.content.Snapshot.Item;
import app.maru.content.Values;
import app.maru.editing.CardList.Card;

/** Lays a sheet out as fields and cards, with what is wrong and what somebody else says at their places. */
final class Layout {

    private static final int GLIMPSE = 80;

    private final Sheet sheet;
    private final Map<String, List<Complaint>> complaints;
    private final Map<String, Conflict> conflicts;
    private final Words words;
    private final FormFields inputs;
    private final boolean readOnly;
    private final Opening opening;
    private final Set<String> troubled;
    private final Set<String> typed;

    /**
     * Which cards are not closed, and how they differ from what visitors see.
     *
     * @param focus the id of the part that a browser without scripts should lead to; empty for the top
     * @param known cards whose fields are in the page that is answered
     * @param marks how a card differs: added, changed
     */
    record Opening(String focus, Set<UUID> known, Map<UUID, String> marks) {}

    Layout(Sheet sheet, List<Complaint> complaints, Words words, FormFields inputs, boolean readOnly, Opening opening) {
        this.sheet = sheet;
        this.complaints = complaints.stream().collect(Collectors.groupingBy(Complaint::path));
        this.conflicts = sheet.merge() == null ? Map.of()
            : sheet.merge().conflicts().stream().collect(Collectors.toMap(Conflict::path, conflict -> conflict));
        this.words = words;
        this.inputs = inputs;
        this.readOnly = readOnly;
        this.opening = opening;
        this.troubled = cards(Stream.concat(this.complaints.keySet().stream(), this.conflicts.keySet().stream()));
        this.typed = cards(sheet.form().parameters().keySet().stream());
    }

    /** The cards in which the paths are. */
    private static Set<String> cards(Stream<String> paths) {
        return paths.flatMap(path -> Paths.child(path).stream()).map(found -> Paths.of(found.children(), found.id())).collect(Collectors.toSet());
    }

    List<FormField> fields() {
        return sheet.type().fields().stream()
            .map(field -> field(field, field.name(), Words.key(sheet.type(), field), sheet.text(field.name()))).toList();
    }

    private FormField field(Field field, String path, String labelKey, String text) {
        var wrong = complaints.getOrDefault(path, List.of());
        var input = inputs.input(field, path, labelKey, text, sheet.form().wanted(path), wrong.stream().map(Complaint::says).toList(), readOnly);
        var conflict = conflicts.get(path);
        return new FormField(field, input, sheet.form().wanted(path), wrong.stream().map(Complaint::holder).filter(Objects::nonNull).toList(), conflict == null ? null
            : new Clash(path, words.value(field, labelKey, conflict.mine()), words.value(field, labelKey, conflict.theirs())));
    }

    List<CardList> lists() {
        return sheet.type().children().stream().map(this::list).toList();
    }

    private CardList list(ChildType child) {
        var removed = sheet.removed(child);
        var cards = new ArrayList<Card>();
        int number = 0;
        for (var id : sheet.cards(child)) {
            boolean gone = removed.contains(id);
            cards.add(card(child, id, gone ? 0 : ++number, gone));
        }
        return new CardList(child, Words.key(sheet.type(), child), words.one(sheet.type(), child), cards,
            complaints.getOrDefault(child.name(), List.of()).stream().map(Complaint::says).toList(), clash(child),
            Objects.requireNonNullElse(sheet.form().parameters().getFirst(Pasting.LINES + child.name()), ""),
            sheet.form().ids(ChosenCards.NAME + child.name()));
    }

    private Card card(ChildType child, UUID id, int number, boolean removed) {
        var path = Paths.of(child.name(), id);
        var clash = clash(child, id);
        boolean open = troubled.contains(path) || clash != null || opening.focus().equals(CardList.focusOf(id));
        var fields = open || opening.known().contains(id) || typed.contains(path) ? fields(child, id) : List.<FormField>of();
        return new Card(id, number, glimpse(child, id, child.titleField()), second(child, id), removed, open, isWrong(fields),
            opening.marks().getOrDefault(id, ""), fields, clash);
    }

    private List<FormField> fields(ChildType child, UUID id) {
        return child.fields().stream().map(field -> field(field, Paths.of(child.name(), id, field.name()),
            Words.key(sheet.type(), child) + "." + field.name(), sheet.text(child, id, field.name()))).toList();
    }

    private static boolean isWrong(List<FormField> fields) {
        return fields.stream().anyMatch(field -> !field.input().errors().isEmpty());
    }

    private @Nullable Clash clash(ChildType child) {
        var conflict = conflicts.get(child.name());
        return conflict == null ? null : new Clash(conflict.path(), places(child, conflict.mine(), conflict.theirs()), places(child, conflict.theirs(), conflict.mine()));
    }

    /** The cards that both have, as they stand in one order, as far as they stand elsewhere in the other. */
    private String places(ChildType child, @Nullable Object order, @Nullable Object other) {
        var one = new ArrayList<>((List<?>) Objects.requireNonNull(order));
        var two = new ArrayList<>((List<?>) Objects.requireNonNull(other));
        one.retainAll(two);
        two.retainAll(one);
        return IntStream.range(0, one.size()).filter(place -> !one.get(place).equals(two.get(place)))
            .mapToObj(place -> (place + 1) + ". " + glimpse(child, (UUID) one.get(place), child.titleField())).collect(Collectors.joining("\n"));
    }

    private @Nullable Clash clash(ChildType child, UUID id) {
        var conflict = conflicts.get(Paths.of(child.name(), id));
        return conflict == null ? null : new Clash(conflict.path(), text(child, conflict.mine()), text(child, conflict.theirs()));
    }

    private @Nullable String text(ChildType child, @Nullable Object item) {
        var key = Words.key(sheet.type(), child) + ".";
        return item == null ? null : child.fields().stream()
            .map(field -> words.say(key + field.name()) + ": " + words.value(field, key + field.name(), ((Item) item).fields().get(field.name())))
            .collect(Collectors.joining("\n"));
    }

    private String second(ChildType child, UUID id) {
        return child.fields().stream().skip(1).filter(field -> field.kind() != Kind.ICON && field.kind() != Kind.FLAG)
            .map(field -> glimpse(child, id, field)).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }

    private String glimpse(ChildType child, UUID id, Field field) {
        var typed = Values.storable(sheet.text(child, id, field.name()));
        var text = field.kind() == Kind.CHOICE && !typed.isEmpty()
            ? words.value(field, Words.key(sheet.type(), child) + "." + field.name(), typed) : typed.strip();
        return text.codePointCount(0, text.length()) > GLIMPSE ? text.substring(0, text.offsetByCodePoints(0, GLIMPSE)) + "…" : text;
    }
}
