package app.maru.together;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an entry says, place by place.
 *
 * @param texts each field's text by its path, empty where there is none
 * @param orders the ids of each list's cards
 */
record Says(Map<String, String> texts, Map<String, List<String>> orders) {

    private static final JsonMapper JSON = new JsonMapper();

    static Says of(String body) {
        var says = new Says(new LinkedHashMap<>(), new LinkedHashMap<>());
        JSON.readTree(body).propertyStream().forEach(property -> {
            if (property.getValue().isArray()) {
                says.cards(property.getKey(), property.getValue());
            } else {
                says.texts.put(property.getKey(), text(property.getValue()));
            }
        });
        return says;
    }

    private void cards(String kind, JsonNode cards) {
        var order = orders.computeIfAbsent(kind, any -> new ArrayList<>());
        for (var card : cards) {
            var id = card.path("id").asString();
            order.add(id);
            card.propertyStream().filter(field -> !field.getKey().equals("id") && !field.getKey().equals("stamp"))
                .forEach(field -> texts.put(kind + "." + id + "." + field.getKey(), text(field.getValue())));
        }
    }

    private static String text(JsonNode value) {
        return value.isNull() ? "" : value.asString();
    }

    boolean has(String place, String text) {
        return text.equals(texts.get(place));
    }

    /** The places of texts that this and another have differently, or only one of them. */
    TreeSet<String> differences(Says other) {
        var places = new TreeSet<>(texts.keySet());
        places.addAll(other.texts.keySet());
        places.removeIf(place -> texts.getOrDefault(place, "").equals(other.texts.getOrDefault(place, "")));
        return places;
    }

    /** The card's part of a path; empty for a field of the entry itself. */
    static String card(String place) {
        return place.contains(".") ? place.substring(0, place.lastIndexOf('.')) : "";
    }

    boolean hasCard(String card) {
        return orders.getOrDefault(card.substring(0, card.indexOf('.')), List.of()).contains(card.substring(card.indexOf('.') + 1));
    }
}
