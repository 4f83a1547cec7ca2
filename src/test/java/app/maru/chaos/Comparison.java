package app.maru.chaos;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;

/** Holds an entry as a revision keeps it against the same entry as it is elsewhere. */
record Comparison(String what) {

    private static final Set<String> CHILDREN = Set.of("features", "steps", "faqs", "checkoutLinks");

    /** As visitors get it: the same fields, and more. */
    void sameWords(JsonNode revision, JsonNode body) {
        same(revision, body, name -> name);
        for (var children : CHILDREN) {
            same(revision, body, children, name -> name);
        }
    }

    /** As its own table and its children's tables have it. */
    void sameRows(JsonNode revision, JsonNode row, JsonNode children) {
        same(revision, row, Comparison::column);
        for (var name : CHILDREN) {
            same(revision, children, name, Comparison::column);
        }
    }

    private void same(JsonNode revision, JsonNode other, String children, UnaryOperator<String> naming) {
        var kept = List.copyOf(revision.path(children).values());
        agree(children, Integer.toString(kept.size()), Integer.toString(other.path(children).size()));
        for (int place = 0; place < kept.size(); place++) {
            same(kept.get(place), other.path(children).path(place), naming);
        }
    }

    private void same(JsonNode kept, JsonNode other, UnaryOperator<String> naming) {
        if (kept.isEmpty()) {
            throw new Torn(what + ": there is no revision");
        }
        kept.propertyStream().filter(property -> !isChildren(property.getValue()) && !CHILDREN.contains(property.getKey()) && !property.getKey().equals("stamp"))
            .forEach(property -> agree(property.getKey(), text(property.getValue()), text(other.path(naming.apply(property.getKey())))));
    }

    /** Children of types in which nobody writes here: only those of products are compared one by one. */
    private static boolean isChildren(JsonNode value) {
        return value.isArray() && value.path(0).isObject();
    }

    private void agree(String field, String kept, String found) {
        if (!kept.equals(found)) {
            throw new Torn("%s: %s is '%s' in the revision, '%s' there".formatted(what, field, kept, found));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() || value.isMissingNode() ? "" : value.isValueNode() ? value.asString() : value.toString();
    }

    private static String column(String field) {
        return field.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(java.util.Locale.ROOT);
    }
}
