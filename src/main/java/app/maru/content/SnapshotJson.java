package app.maru.content;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import app.maru.content.Snapshot.Item;

/**
 * Writes a snapshot as the JSON that a revision keeps, and reads it back leniently: a field that the revision lacks
 * takes its default, one that the type no longer declares is kept.
 */
@Component
public class SnapshotJson {

    private static final String ID = "id";
    private static final String STAMP = "stamp";

    private final JsonMapper json;

    SnapshotJson(JsonMapper json) {
        this.json = json;
    }

    /** The snapshot as JSON text. */
    public String write(Snapshot snapshot) {
        var document = new LinkedHashMap<String, Object>(snapshot.fields());
        snapshot.children().forEach((name, items) -> document.put(name, items.stream().map(SnapshotJson::document).toList()));
        return json.writeValueAsString(document);
    }

    private static Map<String, Object> document(Item item) {
        var document = new LinkedHashMap<String, Object>();
        document.put(ID, item.id().toString());
        document.putAll(item.fields());
        document.put(STAMP, Map.of("createdAt", item.stamp().createdAt().toString(),
            "updatedAt", item.stamp().updatedAt().toString(), "metadata", item.stamp().metadata().text()));
        return document;
    }

    /** The snapshot that the JSON text keeps, as an entry of the type. */
    public Snapshot read(ContentType type, String text) {
        var document = (ObjectNode) json.readTree(text);
        var children = new LinkedHashMap<String, List<Item>>();
        for (var child : type.children()) {
            children.put(child.name(), items(child, document.path(child.name())));
        }
        return new Snapshot(values(type.fields(), document, children.keySet()), children);
    }

    private static List<Item> items(ChildType child, JsonNode array) {
        var items = new ArrayList<Item>();
        array.forEach(node -> items.add(new Item(UUID.fromString(node.path(ID).asString()),
            values(child.fields(), node, List.of(ID, STAMP)), stamp(node.path(STAMP)))));
        return items;
    }

    private static Stamp stamp(JsonNode node) {
        return new Stamp(Instant.parse(node.path("createdAt").asString()), Instant.parse(node.path("updatedAt").asString()),
            new Json(node.path("metadata").asString()));
    }

    private static Map<String, @Nullable Object> values(List<Field> fields, JsonNode node, java.util.Collection<String> except) {
        var values = ContentType.blankOf(fields);
        node.propertyStream().filter(property -> !except.contains(property.getKey()))
            .forEach(property -> values.put(property.getKey(), plain(property.getValue())));
        return values;
    }

    private static Object words(JsonNode array) {
        var nodes = array.valueStream().toList();
        return nodes.stream().allMatch(JsonNode::isString) ? nodes.stream().map(JsonNode::stringValue).toList() : array.toString();
    }

    private static @Nullable Object plain(JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL, MISSING -> null;
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.canConvertToInt() ? node.intValue() : node.asString();
            case STRING -> node.stringValue();
            case ARRAY -> words(node);
            default -> node.toString();
        };
    }
}
