package app.maru.content;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An entry whole, as plain values by field name, with its ordered children: what a revision keeps and what forms,
 * comparisons and the published JSON are made from.
 */
public record Snapshot(Map<String, @Nullable Object> fields, Map<String, List<Item>> children) {

    public Snapshot {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        var copies = new LinkedHashMap<String, List<Item>>();
        children.forEach((name, items) -> copies.put(name, List.copyOf(items)));
        children = Collections.unmodifiableMap(copies);
    }

    /** One child, with its public id. */
    public record Item(UUID id, Map<String, @Nullable Object> fields, Stamp stamp) {
        public Item {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        Item with(String name, @Nullable Object value) {
            return new Item(id, put(fields, name, value), stamp);
        }
    }

    /** The value of a root field; null when absent. */
    public @Nullable Object value(String name) {
        return fields.get(name);
    }

    /** The children of that name, in order; empty when there are none. */
    public List<Item> items(String name) {
        return children.getOrDefault(name, List.of());
    }

    /** The child of that name and id. */
    public Optional<Item> item(String name, UUID id) {
        return items(name).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    /** This, with one root field changed. */
    public Snapshot with(String name, @Nullable Object value) {
        return new Snapshot(put(fields, name, value), children);
    }

    /** This, with other children of that name. */
    public Snapshot with(String name, List<Item> items) {
        var changed = new LinkedHashMap<>(children);
        changed.put(name, items);
        return new Snapshot(fields, changed);
    }

    /** This, with new ids for all children, as another entry's first revision. */
    public Snapshot copied(java.time.Instant now) {
        var copies = new LinkedHashMap<String, List<Item>>();
        children.forEach((name, items) -> copies.put(name, new ArrayList<>(items.stream()
            .map(item -> new Item(UUID.randomUUID(), item.fields(), Stamp.at(now))).toList())));
        return new Snapshot(fields, copies);
    }

    /** This, with when its children's rows were made and what stands beside them, where they have rows. */
    Snapshot stamped(Map<UUID, Stamp> rows) {
        var stamped = new LinkedHashMap<String, List<Item>>();
        children.forEach((name, items) -> stamped.put(name, items.stream()
            .map(item -> new Item(item.id(), item.fields(), rows.getOrDefault(item.id(), item.stamp()).changedAt(item.stamp().updatedAt()))).toList()));
        return new Snapshot(fields, stamped);
    }

    private static Map<String, @Nullable Object> put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    /** Whether both say the same: stamps are not compared. */
    public boolean saysTheSameAs(Snapshot other) {
        return fields.equals(other.fields)
            && Stream.concat(children.keySet().stream(), other.children.keySet().stream()).allMatch(name -> saysTheSameAs(other, name));
    }

    /** Whether both say the same in their children of that name, which come in the same order. */
    boolean saysTheSameAs(Snapshot other, String name) {
        return words(items(name)).equals(words(other.items(name)));
    }

    private static List<Map.Entry<UUID, Map<String, @Nullable Object>>> words(List<Item> items) {
        return items.stream().map(item -> Map.entry(item.id(), item.fields())).toList();
    }
}
