package app.maru.chaos;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

/** One entry of the run, and the hands that write in it. */
record Sheet(UUID entry, List<Hand> hands) {

    private static final List<String> CHILDREN = List.of("features", "steps", "faqs", "checkoutLinks");

    /** An entry whose own fields the first of the writers writes, and the others cards of their own. */
    static Sheet of(UUID entry, List<Integer> writers) {
        return new Sheet(entry, writers.stream().map(number -> new Hand(entry, number, number.equals(writers.getFirst()))).toList());
    }

    Hand hand(int number) {
        return hands.stream().filter(hand -> hand.number() == number).findFirst().orElseThrow();
    }

    String slug() {
        return "chaos-" + entry;
    }

    /**
     * The count of each hand that wrote in the body.
     *
     * @throws Torn when one of them is not whole, or a card is nobody's
     */
    Map<Integer, Integer> read(JsonNode body) {
        var counts = new LinkedHashMap<Integer, Integer>();
        hands.forEach(hand -> counts.put(hand.number(), hand.read(body)));
        for (var children : CHILDREN) {
            int made = hands.stream().mapToInt(hand -> hand.cards(children, counts.get(hand.number()))).sum();
            if (body.path(children).size() != made) {
                throw new Torn("entry %s is torn: %d %s where its texts make %d".formatted(entry, body.path(children).size(), children, made));
            }
        }
        return counts;
    }
}
