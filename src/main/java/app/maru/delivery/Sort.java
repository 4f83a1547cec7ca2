package app.maru.delivery;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import app.maru.content.ContentType;
import app.maru.content.Field;

/** In which order a list comes: one key after another, and at last by the entry, so that no two are alike. */
record Sort(List<Key> keys) {

    record Key(String name, boolean descending, Source source) {

        @Override
        public String toString() {
            return descending ? "-" + name : name;
        }

        /** What is compared; the name is a declared one, never a visitor's. */
        String sql() {
            return switch (source) {
                case ORDER -> "display_order";
                case PARENT_ORDER -> "parent_order";
                case FIRST_PUBLISHED -> "first_published_at";
                case PUBLISHED -> "published_at";
                case FACET -> "coalesce(facets -> '" + name + "', 'null')";
            };
        }
    }

    /** Where the value of a key stands, and as what it is compared. */
    enum Source {
        ORDER("int"), PARENT_ORDER("int"), FIRST_PUBLISHED("timestamptz"), PUBLISHED("timestamptz"), FACET("jsonb");

        final String sqlType;

        Source(String sqlType) {
            this.sqlType = sqlType;
        }

        /** Whether a cursor may hold that value: what does not fit here would fail in the database. */
        boolean holds(JsonNode value) {
            return switch (this) {
                case ORDER, PARENT_ORDER -> value.isInt();
                case FIRST_PUBLISHED, PUBLISHED -> value.isString() && isTime(value.stringValue());
                case FACET -> value.isValueNode() && value.asString().indexOf('\0') < 0;
            };
        }

        /** The value as the database takes it for {@code sqlType}. */
        String plain(String json) {
            return this == FACET ? json : json.replace("\"", "");
        }

        private static boolean isTime(String text) {
            try {
                OffsetDateTime.parse(text);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    static Sort of(ContentType type, List<String> names) {
        var given = names.isEmpty() ? List.of(type.ordered() ? "displayOrder" : "-firstPublishedAt") : names;
        var keys = given.stream().flatMap(name -> keys(type, name)).toList();
        if (new HashSet<>(keys.stream().map(Key::name).toList()).size() < keys.size()) {
            throw Refusal.bad("invalid_value", "'sort' names a field more than once.");
        }
        return new Sort(keys);
    }

    /** Whoever asks for the order of entries that have their places below parents asks for the order of the parents first. */
    private static Stream<Key> keys(ContentType type, String given) {
        var key = key(type, given);
        return key.source() != Source.ORDER || type.within() == null ? Stream.of(key)
            : Stream.of(new Key(type.within().name() + ".displayOrder", key.descending(), Source.PARENT_ORDER), key);
    }

    private static Key key(ContentType type, String given) {
        boolean descending = given.startsWith("-");
        var name = descending ? given.substring(1) : given;
        if (!allowed(type).contains(name)) {
            throw Refusal.unknown("field", name, allowed(type));
        }
        return new Key(name, descending, switch (name) {
            case "displayOrder" -> Source.ORDER;
            case "firstPublishedAt" -> Source.FIRST_PUBLISHED;
            case "publishedAt" -> Source.PUBLISHED;
            default -> Source.FACET;
        });
    }

    static List<String> allowed(ContentType type) {
        var names = new ArrayList<String>();
        if (type.ordered()) {
            names.add("displayOrder");
        }
        names.addAll(List.of("firstPublishedAt", "publishedAt"));
        type.fields().stream().filter(Field::sortable).map(Field::name).forEach(names::add);
        return names;
    }

    /** Whether entries come by the order of their parents. */
    boolean isWithinParents() {
        return keys.stream().anyMatch(key -> key.source() == Source.PARENT_ORDER);
    }

    /** The order among the entries of one parent. */
    String orderBelowParent() {
        return new Sort(keys.stream().filter(key -> key.source() != Source.PARENT_ORDER).toList()).orderBy();
    }

    /** Which parents' entries can come after the row that a cursor remembers: where their order is the first key, not all. */
    String parentsAfter() {
        var first = keys.getFirst();
        return first.source() == Source.PARENT_ORDER ? "parent_order " + (first.descending() ? "<=" : ">=") + " cast(:after0 as int)" : "true";
    }

    /** The order itself; the entry follows the direction of the last key, so that an index can be read backwards. */
    String orderBy() {
        return keys.stream().map(key -> key.sql() + direction(key.descending())).collect(Collectors.joining(", "))
            + ", entry_id" + direction(keys.getLast().descending());
    }

    private static String direction(boolean descending) {
        return descending ? " desc" : "";
    }

    /** What a cursor remembers of a row. */
    String remembered() {
        return keys.stream().map(Key::sql).collect(Collectors.joining(", ", "jsonb_build_array(", ")"));
    }

    /** What comes after the row that a cursor remembers, with its values as {@code :after0, :after1, … :afterEntry}. */
    String after() {
        var columns = new ArrayList<String>();
        var values = new ArrayList<String>();
        var alternatives = new ArrayList<String>();
        for (int i = 0; i <= keys.size(); i++) {
            var key = keys.get(Math.min(i, keys.size() - 1));
            var column = i < keys.size() ? key.sql() : "entry_id";
            var value = i < keys.size() ? "cast(:after" + i + " as " + key.source().sqlType + ")" : "cast(:afterEntry as uuid)";
            alternatives.add(equal(columns, values) + column + (key.descending() ? " < " : " > ") + value);
            columns.add(column);
            values.add(value);
        }
        return sameDirection() ? row(columns) + (keys.getFirst().descending() ? " < " : " > ") + row(values)
            : alternatives.stream().collect(Collectors.joining(") or (", "((", "))"));
    }

    private static String equal(List<String> columns, List<String> values) {
        return columns.isEmpty() ? "" : row(columns) + " = " + row(values) + " and ";
    }

    private static String row(List<String> parts) {
        return String.join(", ", parts).transform(text -> "(" + text + ")");
    }

    private boolean sameDirection() {
        return keys.stream().map(Key::descending).distinct().count() == 1;
    }

    @Override
    public String toString() {
        return keys.stream().map(Key::toString).collect(Collectors.joining(","));
    }
}
