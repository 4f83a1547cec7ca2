package app.maru.content;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.content.Snapshot.Item;

/** What turns one snapshot of an entry into another, field by field and child by child. */
public record Difference(List<FieldChange> fields, List<ChildChange> children) {

    /** One value that differs. The name is the field's; a name that the type no longer declares is kept. */
    public record FieldChange(String name, @Nullable Object before, @Nullable Object after) {}

    /** What happened to a child. */
    public enum How { ADDED, REMOVED, MOVED, CHANGED }

    /**
     * One child that differs.
     *
     * @param from its place before, counted from 1; 0 when it was not there
     * @param to its place after, counted from 1; 0 when it is gone
     */
    public record ChildChange(String kind, UUID id, Set<How> how, String title, int from, int to, List<FieldChange> fields) {}

    /** What changed from before to after. */
    public static Difference between(ContentType type, Snapshot before, Snapshot after) {
        return new Difference(changes(before.fields(), after.fields()),
            type.children().stream().flatMap(child -> children(child, before.items(child.name()), after.items(child.name()))).toList());
    }

    /** Whether nothing differs. */
    public boolean isEmpty() {
        return fields.isEmpty() && children.isEmpty();
    }

    private static List<FieldChange> changes(Map<String, @Nullable Object> before, Map<String, @Nullable Object> after) {
        var names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        return names.stream().filter(name -> !same(before.get(name), after.get(name)))
            .map(name -> new FieldChange(name, before.get(name), after.get(name))).toList();
    }

    private static boolean same(@Nullable Object before, @Nullable Object after) {
        return Objects.equals(before, after) || Values.isAbsent(before) && Values.isAbsent(after);
    }

    private static Stream<ChildChange> children(ChildType child, List<Item> before, List<Item> after) {
        var unmoved = Moves.unmoved(ids(before), ids(after));
        return Stream.concat(
            after.stream().map(item -> change(child, place(before, item), item, place(after, item), before, unmoved)),
            before.stream().filter(item -> place(after, item) == 0)
                .map(item -> new ChildChange(child.name(), item.id(), Set.of(How.REMOVED), title(child, item), place(before, item), 0, List.of())))
            .filter(change -> !change.how().isEmpty());
    }

    private static ChildChange change(ChildType child, int from, Item item, int to, List<Item> before, Set<UUID> unmoved) {
        if (from == 0) {
            return new ChildChange(child.name(), item.id(), Set.of(How.ADDED), title(child, item), 0, to,
                changes(ContentType.blankOf(child.fields()), item.fields()));
        }
        var fields = changes(before.get(from - 1).fields(), item.fields());
        var how = new LinkedHashSet<How>();
        if (!unmoved.contains(item.id())) how.add(How.MOVED);
        if (!fields.isEmpty()) how.add(How.CHANGED);
        return new ChildChange(child.name(), item.id(), how, title(child, item), from, to, fields);
    }

    private static String title(ChildType child, Item item) {
        return Values.text(item.fields().get(child.titleField().name()));
    }

    private static int place(List<Item> items, Item item) {
        return ids(items).indexOf(item.id()) + 1;
    }

    private static List<UUID> ids(List<Item> items) {
        return items.stream().map(Item::id).toList();
    }
}
