package app.maru.chaos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

import tools.jackson.databind.JsonNode;

/**
 * What one writer writes in one entry: many fields and cards that all carry the same count, so that a mixture of two
 * saves is seen. How many cards there are follows from the count, too.
 *
 * @param owner whether the entry's own fields are this hand's, and not its cards alone
 */
record Hand(UUID entry, int number, boolean owner) {

    private static final Pattern TEXT = Pattern.compile("글 (\\d+)-(\\d+)");
    private static final int MOST_EXTRAS = 3;
    private static final List<Place> FIELDS = List.of(
        new Place("", 0, "name", false), new Place("", 0, "headline", false), new Place("", 0, "description", true),
        new Place("checkoutLinks", 0, "ctaLabel", false));
    private static final List<Place> CARDS = List.of(
        new Place("features", 0, "label", false), new Place("features", 0, "description", true),
        new Place("steps", 0, "title", false), new Place("steps", 0, "description", true),
        new Place("faqs", 0, "question", false), new Place("faqs", 0, "answer", true));

    /** Where one text stands: in the entry itself or in one of the hand's cards. */
    private record Place(String children, int card, String field, boolean isLong) {}

    /** One field of a form. */
    record Input(String name, String value) {}

    /** The form that writes the count. */
    List<Input> form(int count) {
        var form = new ArrayList<Input>();
        places(count).forEach(place -> form.add(new Input(path(place), text(place, count))));
        for (int extra = extras(count) + 1; extra <= MOST_EXTRAS; extra++) {
            form.add(new Input("_removed.features", id(extra(extra)).toString()));
        }
        return form;
    }

    /** The end of the address of a page that has the input whose value tells the count. */
    String look() {
        var witness = places(0).getFirst();
        return witness.children().isEmpty() ? "" : "?card=" + id(witness);
    }

    /** The name of an input whose value tells the count. */
    String witness() {
        return path(places(0).getFirst());
    }

    /** The count that a text of this hand says; 0 when it is not of this hand. */
    int count(String text) {
        var match = TEXT.matcher(text);
        return match.lookingAt() && Integer.parseInt(match.group(1)) == number ? Integer.parseInt(match.group(2)) : 0;
    }

    /** How many cards of that name the count makes. */
    int cards(String children, int count) {
        return count == 0 ? 0 : (int) places(count).stream().filter(place -> place.children().equals(children))
            .map(Place::card).distinct().count();
    }

    /**
     * The count that an entry's body says where this hand writes; 0 when it never wrote there.
     *
     * @throws Torn when it does not say the same everywhere
     */
    int read(JsonNode body) {
        int count = count(value(body, places(0).getFirst()));
        for (var place : places(count)) {
            agree(count == 0 ? "" : text(place, count), value(body, place));
        }
        for (int extra = extras(count) + 1; extra <= MOST_EXTRAS; extra++) {
            agree("", value(body, extra(extra)));
        }
        return count;
    }

    private void agree(String expected, String found) {
        if (!expected.equals(found)) {
            throw new Torn("entry %s is torn: beside '%s' of hand %d there is '%s'".formatted(entry, shortened(expected), number, shortened(found)));
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }

    private String text(Place place, int count) {
        var text = "글 %d-%d".formatted(number, count);
        return place.isLong() ? String.join(" / ", Collections.nCopies(100 + count % 50, text)) : text;
    }

    private List<Place> places(int count) {
        var places = new ArrayList<>(owner ? FIELDS : List.of());
        places.addAll(CARDS);
        for (int extra = 1; extra <= extras(count); extra++) {
            places.add(extra(extra));
        }
        return places;
    }

    private static int extras(int count) {
        return count % (MOST_EXTRAS + 1);
    }

    private static Place extra(int number) {
        return new Place("features", number, "label", false);
    }

    private String value(JsonNode body, Place place) {
        if (place.children().isEmpty()) {
            return body.path(place.field()).asString("");
        }
        var id = id(place).toString();
        for (var item : body.path(place.children())) {
            if (item.path("id").asString("").equals(id)) {
                return item.path(place.field()).asString("");
            }
        }
        return "";
    }

    private String path(Place place) {
        return place.children().isEmpty() ? place.field() : place.children() + "." + id(place) + "." + place.field();
    }

    private UUID id(Place place) {
        return UUID.nameUUIDFromBytes("%s %d %s %d".formatted(entry, number, place.children(), place.card()).getBytes(StandardCharsets.UTF_8));
    }
}
