package app.maru.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

import app.maru.content.Snapshot.Item;

/**
 * Reads a posted form as a set of changes by path to the entry it was made from. What is not in the form stays as it
 * was; only an explicit mark removes a child.
 */
public final class Form {

    private final ContentType type;
    private final Snapshot base;
    private final MultiValueMap<String, String> parameters;
    private final Instant now;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private Form(ContentType type, Snapshot base, MultiValueMap<String, String> parameters, Instant now) {
        this.type = type;
        this.base = base;
        this.parameters = parameters;
        this.now = now;
    }

    /** The draft that the parameters make of the base. */
    public static Draft read(ContentType type, Snapshot base, MultiValueMap<String, String> parameters, Instant now) {
        return new Form(type, base, parameters, now).draft();
    }

    private Draft draft() {
        collectTexts();
        var fields = new LinkedHashMap<>(base.fields());
        type.fields().forEach(field -> change(fields, field, field.name()));
        var children = new LinkedHashMap<>(base.children());
        var removed = new LinkedHashMap<String, Set<UUID>>();
        for (var child : type.children()) {
            removed.put(child.name(), ids(Paths.removed(child.name())));
            children.put(child.name(), items(child, removed.get(child.name())));
        }
        return new Draft(new Snapshot(fields, children), texts, removed, List.copyOf(problems));
    }

    private void collectTexts() {
        parameters.forEach((path, values) -> {
            if (path.startsWith(Paths.CONTROL)) {
                return;
            }
            texts.put(path, values.getLast().replace("\r\n", "\n"));
            if (!isField(type, path)) {
                problems.add(Problem.storable("", "UnknownField", shortened(path)));
            }
        });
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) > 60 ? text.substring(0, text.offsetByCodePoints(0, 60)) + "…" : text;
    }

    /** Whether a form of the type has such a name, beside those that say only how it is to be read. */
    static boolean isPlaceOf(ContentType type, String path) {
        return isField(type, path) || type.children().stream().anyMatch(child -> path.equals(Paths.order(child.name())) || path.equals(Paths.removed(child.name())));
    }

    /** Whether the path is that of a root field or of a child's field. */
    static boolean isField(ContentType type, String path) {
        return type.field(path).isPresent() || Paths.child(path)
            .filter(child -> type.child(child.children()).flatMap(kind -> kind.field(child.field())).isPresent()).isPresent();
    }

    private void change(Map<String, @Nullable Object> fields, Field field, String path) {
        var text = texts.get(path);
        if (text == null) {
            return;
        }
        if (!Values.storable(text).equals(text)) {
            problems.add(Problem.storable(path, "Unstorable"));
        } else if (text.isBlank() && field.optional()) {
            fields.put(field.name(), null);
        } else {
            Values.parse(field, text).ifPresentOrElse(value -> fields.put(field.name(), value),
                () -> problems.add(Problem.storable(path, "Unreadable." + field.kind(), shortened(text))));
        }
    }

    private List<Item> items(ChildType child, Set<UUID> removed) {
        var items = new LinkedHashMap<UUID, Item>();
        base.items(child.name()).forEach(item -> items.put(item.id(), item));
        for (var id : mentioned(child)) {
            items.computeIfAbsent(id, added -> type.blankItem(child, added, now));
        }
        items.keySet().removeAll(removed);
        items.replaceAll((id, item) -> changed(child, item));
        return inOrder(items, ids(Paths.order(child.name())));
    }

    private Set<UUID> mentioned(ChildType child) {
        var mentioned = ids(Paths.order(child.name()));
        texts.keySet().forEach(path -> Paths.child(path).filter(found -> found.children().equals(child.name()))
            .ifPresent(found -> mentioned.add(found.id())));
        return mentioned;
    }

    private Item changed(ChildType child, Item item) {
        var fields = new LinkedHashMap<>(item.fields());
        child.fields().forEach(field -> change(fields, field, Paths.of(child.name(), item.id(), field.name())));
        return new Item(item.id(), fields, fields.equals(item.fields()) ? item.stamp() : item.stamp().changedAt(now));
    }

    /** Those that the form lists, in its order; each other one stays behind the one it followed. */
    private static List<Item> inOrder(Map<UUID, Item> items, Set<UUID> order) {
        var ordered = new ArrayList<>(order.stream().filter(items::containsKey).map(items::get).toList());
        int place = 0;
        for (var item : items.values()) {
            int found = ordered.indexOf(item);
            if (found < 0) {
                ordered.add(place, item);
                found = place;
            }
            place = found + 1;
        }
        return ordered;
    }

    private Set<UUID> ids(String name) {
        return ids(parameters, name);
    }

    static Set<UUID> ids(MultiValueMap<String, String> parameters, String name) {
        var ids = new LinkedHashSet<UUID>();
        for (var text : parameters.getOrDefault(name, List.of())) {
            if (Values.isId(text)) {
                ids.add(UUID.fromString(text));
            }
        }
        return ids;
    }
}
