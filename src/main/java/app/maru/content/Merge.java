package app.maru.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.Snapshot.Item;

/**
 * Two changes of one base made into one. Where only one side changed, its change is taken; where both changed the same
 * place differently, mine stands in the result and theirs in the conflicts.
 *
 * @param taken paths at which their change was taken
 * @param conflicts places that both changed
 */
public record Merge(Snapshot result, List<String> taken, List<Conflict> conflicts) {

    /**
     * One place that both changed, and what each says there: a value, a child ({@link Item}, null on the side that
     * removed it), or the order of all children of a kind (their ids).
     */
    public record Conflict(String path, @Nullable Object mine, @Nullable Object theirs) {}

    /** The three-way merge of two snapshots made from the base. */
    public static Merge of(ContentType type, Snapshot base, Snapshot mine, Snapshot theirs) {
        var merging = new Merging(new ArrayList<>(), new ArrayList<>());
        var fields = merging.fields(base.fields(), mine.fields(), theirs.fields(), "");
        var children = new LinkedHashMap<String, List<Item>>();
        type.children().forEach(child -> children.put(child.name(),
            merging.items(child, base.items(child.name()), mine.items(child.name()), theirs.items(child.name()))));
        return new Merge(new Snapshot(fields, children), List.copyOf(merging.taken), List.copyOf(merging.conflicts));
    }

    private record Merging(List<String> taken, List<Conflict> conflicts) {

        Map<String, @Nullable Object> fields(Map<String, @Nullable Object> base, Map<String, @Nullable Object> mine,
                                             Map<String, @Nullable Object> theirs, String prefix) {
            var merged = new LinkedHashMap<>(theirs);
            mine.forEach((name, value) -> merged.put(name, value(prefix + name, base.get(name), value, theirs.get(name))));
            return merged;
        }

        private @Nullable Object value(String path, @Nullable Object base, @Nullable Object mine, @Nullable Object theirs) {
            if (Objects.equals(mine, theirs) || Objects.equals(theirs, base)) {
                return mine;
            }
            if (Objects.equals(mine, base)) {
                taken.add(path);
                return theirs;
            }
            conflicts.add(new Conflict(path, mine, theirs));
            return mine;
        }

        List<Item> items(ChildType child, List<Item> base, List<Item> mine, List<Item> theirs) {
            var merged = new ArrayList<Item>();
            for (var id : order(child.name(), ids(base), ids(mine), ids(theirs))) {
                item(child, id, find(base, id), find(mine, id), find(theirs, id)).ifPresent(merged::add);
            }
            return merged;
        }

        /** Both sides' moves, when they moved different ones. */
        private List<UUID> order(String name, List<UUID> base, List<UUID> mine, List<UUID> theirs) {
            var moved = Moves.between(base, mine);
            if (!Collections.disjoint(moved, Moves.between(base, theirs)) && !Moves.between(mine, theirs).isEmpty()) {
                conflicts.add(new Conflict(name, mine, theirs));
                return Moves.insert(mine, theirs);
            }
            if (!theirs.equals(base) && !theirs.equals(mine)) {
                taken.add(name);
            }
            return Moves.insert(theirs.stream().filter(id -> !moved.contains(id)).toList(), mine);
        }

        /** One that both added, such as one that both took back, was empty before. */
        private Optional<Item> item(ChildType child, UUID id, Optional<Item> base, Optional<Item> mine, Optional<Item> theirs) {
            var path = Paths.of(child.name(), id);
            if (mine.isPresent() && theirs.isPresent()) {
                var fields = fields(base.map(Item::fields).orElseGet(() -> ContentType.blankOf(child.fields())), mine.get().fields(), theirs.get().fields(), path + ".");
                return Optional.of(new Item(mine.get().id(), fields, later(mine.get(), theirs.get())));
            }
            if (base.isEmpty()) {
                return mine.or(() -> theirs);
            }
            return keptByOne(path, base.get(), mine, theirs);
        }

        /** One side removed what the other still has: gone when the other left it as it was, a conflict when not. */
        private Optional<Item> keptByOne(String path, Item base, Optional<Item> mine, Optional<Item> theirs) {
            var kept = mine.or(() -> theirs);
            if (kept.isEmpty() || kept.get().fields().equals(base.fields())) {
                return Optional.empty();
            }
            conflicts.add(new Conflict(path, mine.orElse(null), theirs.orElse(null)));
            return kept;
        }

        private static Stamp later(Item one, Item other) {
            return one.stamp().updatedAt().isAfter(other.stamp().updatedAt()) ? one.stamp() : other.stamp();
        }

        private static List<UUID> ids(List<Item> items) {
            return items.stream().map(Item::id).toList();
        }

        private static Optional<Item> find(List<Item> items, UUID id) {
            return items.stream().filter(item -> item.id().equals(id)).findFirst();
        }
    }
}
