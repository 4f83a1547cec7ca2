package app.maru.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import app.maru.content.ContentType;
import app.maru.content.Field;

/** The relations in whose place the entries they point to are asked for, whole. */
record Include(List<Field> relations) {

    static Include of(ContentType type, Parameters parameters) {
        var names = parameters.several("include");
        names.stream().filter(name -> !allowed(type).contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.unknown("relation", name, allowed(type));
        });
        var fields = parameters.several("fields");
        names.stream().filter(name -> !fields.isEmpty() && !fields.contains(name)).findFirst().ifPresent(name -> {
            throw Refusal.bad("invalid_value", "'include' names '" + name + "', which 'fields' leaves out.");
        });
        return new Include(type.relations().stream().filter(field -> names.contains(field.name())).toList());
    }

    static List<String> allowed(ContentType type) {
        return type.relations().stream().map(Field::name).toList();
    }

    /** The types whose entries are asked for. */
    List<String> types() {
        return relations.stream().map(field -> Objects.requireNonNull(field.target())).distinct().toList();
    }

    /** The entries that the bodies point to. */
    Set<UUID> targets(List<String> bodies, JsonMapper json) {
        var targets = new HashSet<UUID>();
        for (var body : relations.isEmpty() ? List.<String>of() : bodies) {
            var entry = json.readTree(body);
            relations.stream().map(field -> entry.path(field.name())).filter(node -> node.isString()).forEach(node -> targets.add(UUID.fromString(node.stringValue())));
        }
        return targets;
    }

    /** The body with those entries in place of their ids; nothing where visitors cannot see one. */
    String in(String body, Map<UUID, String> targets, JsonMapper json) {
        if (relations.isEmpty()) {
            return body;
        }
        var entry = (ObjectNode) json.readTree(body);
        for (var field : relations) {
            var id = entry.path(field.name());
            var target = id.isString() ? targets.get(UUID.fromString(id.stringValue())) : null;
            entry.set(field.name(), target == null ? json.nullNode() : json.readTree(target));
        }
        return json.writeValueAsString(entry);
    }
}
