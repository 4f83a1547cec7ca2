package app.maru.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.Field;
import app.maru.content.Visibility;

/**
 * Which entries a list shows.
 *
 * @param fields the values that each named field may have, as JSON
 * @param unlisted whether entries are shown that are not listed unless asked for: they are, by their visibility
 */
record Filter(Map<String, List<String>> fields, boolean unlisted) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_VALUES = 100;

    static Filter of(ContentType type, Parameters parameters) {
        var fields = new TreeMap<String, List<String>>();
        parameters.raw().keySet().stream().filter(name -> name.startsWith("filter[")).forEach(name -> {
            var field = field(type, name.substring("filter[".length(), name.length() - 1));
            fields.put(field.name(), values(field, name, parameters.several(name)));
        });
        return new Filter(fields, fields.keySet().stream().anyMatch(name -> type.field(name).orElseThrow().type() == Visibility.class));
    }

    private static Field field(ContentType type, String name) {
        return type.field(name).filter(Field::filterable).orElseThrow(() -> Refusal.unknown("field", name, allowed(type)));
    }

    static List<String> allowed(ContentType type) {
        return type.fields().stream().filter(Field::filterable).map(Field::name).toList();
    }

    private static List<String> values(Field field, String parameter, List<String> texts) {
        if (texts.size() > MOST_VALUES) {
            throw Refusal.bad("invalid_value", "'" + parameter + "' names more than " + MOST_VALUES + " values.");
        }
        return texts.stream().map(text -> value(field, parameter, text)).toList();
    }

    private static String value(Field field, String parameter, String text) {
        return switch (field.kind()) {
            case FLAG -> one(List.of("true", "false"), parameter, text);
            case CHOICE -> JSON.writeValueAsString(one(field.choices(), parameter, text));
            case NUMBER -> number(parameter, text);
            default -> JSON.writeValueAsString(text);
        };
    }

    /** Finds the ids of entries of a type by their slugs or ids, as visitors know them. */
    interface Finder {
        Map<String, UUID> ids(String type, List<String> names);
    }

    /** The same filter where entries that are pointed to are named by their ids. */
    Filter resolved(ContentType type, Finder finder) {
        var resolved = new TreeMap<>(fields);
        type.relations().stream().filter(field -> fields.containsKey(field.name())).forEach(field -> {
            var names = fields.get(field.name()).stream().map(text -> JSON.readTree(text).stringValue()).toList();
            var ids = finder.ids(Objects.requireNonNull(field.target()), names);
            names.stream().filter(name -> !ids.containsKey(name)).findFirst().ifPresent(name -> {
                throw Refusal.invalid("filter[" + field.name() + "]", name, "the slug or id of one of " + field.target());
            });
            resolved.put(field.name(), names.stream().map(name -> JSON.writeValueAsString(ids.get(name))).toList());
        });
        return new Filter(resolved, unlisted);
    }

    private static String one(List<String> choices, String parameter, String text) {
        if (!choices.contains(text)) {
            var meant = Meant.by(text, choices).map(choice -> " (did you mean '" + choice + "'?)").orElse("");
            throw Refusal.invalid(parameter, text, String.join(", ", choices) + meant);
        }
        return text;
    }

    private static String number(String parameter, String text) {
        if (!text.matches("-?(0|[1-9][0-9]{0,17})")) {
            throw Refusal.invalid(parameter, text, "a whole number");
        }
        return text;
    }

    /** The condition, with its values as {@code :f0, :f1, …}. */
    String sql() {
        var conditions = new ArrayList<String>();
        conditions.add(unlisted ? "access in ('listed', 'unlisted')" : "access = 'listed'");
        int number = 0;
        for (var field : fields.entrySet()) {
            var values = new ArrayList<String>();
            for (int i = 0; i < field.getValue().size(); i++) {
                values.add("facets @> cast(:f" + number++ + " as jsonb)");
            }
            conditions.add("(" + String.join(" or ", values) + ")");
        }
        return String.join(" and ", conditions);
    }

    List<String> values() {
        return fields.entrySet().stream()
            .flatMap(field -> field.getValue().stream().map(value -> "{\"" + field.getKey() + "\":" + value + "}")).toList();
    }

    @Override
    public String toString() {
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue()).collect(Collectors.joining("&"));
    }
}
