package app.maru.delivery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import app.maru.content.ContentType;
import app.maru.content.Field;

/**
 * Which fields of an entry are asked for: by name, those of children by path ({@code features.label}).
 *
 * @param fields the names, and of children named in part the names within; an empty set is the whole
 */
record Selection(Map<String, Set<String>> fields) {

    /** What is asked for; nothing when whole entries are. */
    static Optional<Selection> of(ContentType type, Parameters parameters) {
        var names = parameters.several("fields");
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var allowed = allowed(type);
        names.stream().filter(name -> !allowed.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.unknown("field", name, allowed);
        });
        return Optional.of(new Selection(paths(names)));
    }

    private static Map<String, Set<String>> paths(List<String> names) {
        var fields = new LinkedHashMap<String, Set<String>>();
        names.stream().filter(name -> name.indexOf('.') < 0).forEach(name -> fields.put(name, Set.of()));
        names.stream().map(name -> name.split("\\.")).filter(path -> path.length > 1 && !Set.of().equals(fields.get(path[0])))
            .forEach(path -> fields.computeIfAbsent(path[0], name -> new TreeSet<>()).add(path[1]));
        return fields;
    }

    static List<String> allowed(ContentType type) {
        var names = new ArrayList<>(List.of("id", "type"));
        names.addAll(served(type.fields()));
        for (var child : type.children()) {
            names.add(child.name());
            names.add(child.name() + ".id");
            served(child.fields()).forEach(name -> names.add(child.name() + "." + name));
        }
        names.addAll(List.of("publishedAt", "firstPublishedAt", "updatedAt"));
        return names;
    }

    private static List<String> served(List<Field> fields) {
        return fields.stream().mapMulti((Field field, java.util.function.Consumer<String> names) -> {
            names.accept(field.name());
            if (field.kind() == Field.Kind.MARKDOWN) {
                names.accept(field.name() + "Html");
            }
        }).toList();
    }

    /** The entry, with these fields alone. */
    String of(String body, JsonMapper json) {
        var entry = (ObjectNode) json.readTree(body);
        entry.retain(fields.keySet());
        fields.forEach((name, within) -> {
            if (!within.isEmpty() && entry.get(name) instanceof ArrayNode children) {
                children.forEach(child -> retain(child, within));
            }
        });
        return json.writeValueAsString(entry);
    }

    private static void retain(JsonNode child, Set<String> names) {
        ((ObjectNode) child).retain(names);
    }
}
