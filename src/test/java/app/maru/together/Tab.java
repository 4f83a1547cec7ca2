package app.maru.together;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** The entry's form in one tab of one person, and what was typed there. */
final class Tab {

    private final Map<String, String> mine = new LinkedHashMap<>();
    private final Map<String, Set<String>> replaced = new LinkedHashMap<>();
    private final Set<String> dirty = new LinkedHashSet<>();
    private final Set<String> kept = new HashSet<>();
    private final Set<String> theirs = new HashSet<>();
    private Fields fields;
    private int number;
    private int refusals;

    Tab(Fields fields, Claims claims) {
        this.fields = fields;
        this.number = Integer.parseInt(fields.text("_number"));
        fields.only(Tab::isText).forEach((place, texts) -> {
            if (claims.mayBe(place, texts.getLast())) {
                mine.put(place, texts.getLast());
            }
        });
    }

    static boolean isText(String name) {
        return !name.startsWith("_");
    }

    /** Where something can be typed: fields of the entry, and cards that are not about to be removed. */
    List<String> cards(String kind) {
        var cards = new ArrayList<>(fields.all("_order." + kind));
        cards.removeAll(fields.all("_removed." + kind));
        return cards;
    }

    void type(String place, String text, Claims claims) {
        var before = mine.getOrDefault(place, fields.text(place));
        if (claims.mayBe(place, before)) {
            replaced.computeIfAbsent(place, any -> new TreeSet<>()).add(before);
        }
        fields.put(place, text);
        mine.put(place, text);
        dirty.add(place);
    }

    void arrange(String control, List<String> ids) {
        fields.put(control, ids);
        dirty.add(control);
    }

    List<String> all(String control) {
        return fields.all(control);
    }

    // ---- keeping
    boolean hasSomethingToKeep() {
        return !dirty.isEmpty();
    }

    /** The next message of what has changed. */
    Map<String, List<String>> message() {
        number++;
        var message = fields.only(name -> Set.of("_sitting", "_base").contains(name) || dirty.contains(name));
        dirty.forEach(name -> message.putIfAbsent(name, List.of("")));
        message.replaceAll((name, values) -> values.isEmpty() ? List.of("") : values);
        message.put("_number", List.of(Integer.toString(number)));
        return message;
    }

    Map<String, String> typed() {
        var typed = new LinkedHashMap<>(mine);
        typed.keySet().retainAll(dirty);
        return typed;
    }

    void kept() {
        kept.addAll(dirty);
        dirty.clear();
    }

    /** The person has these places kept from another tab: a form from here has to say itself what it says of them. */
    void keptElsewhere(Set<String> places) {
        kept.removeAll(places);
        mine.keySet().removeIf(place -> places.contains(place) && !fields.has(place));
    }

    // ---- saving
    /** The form; without what is kept and for which that holds, as if its cards were closed. */
    Map<String, List<String>> form(Predicate<String> closed) {
        var form = fields.only(name -> !isText(name) || !(kept.contains(name) && !dirty.contains(name) && closed.test(name)));
        form.put("_number", List.of(Integer.toString(number)));
        if (!theirs.isEmpty()) {
            form.put("_theirs", List.copyOf(theirs));
        }
        return form;
    }

    int base() {
        return Integer.parseInt(fields.text("_base"));
    }

    /** What was written here, as far as that holds of it. */
    Map<String, String> mine(BiPredicate<String, String> wanted) {
        var some = new LinkedHashMap<String, String>();
        mine.forEach((place, text) -> {
            if (wanted.test(place, text)) {
                some.put(place, text);
            }
        });
        return some;
    }

    Map<String, Set<String>> replaced() {
        return replaced;
    }

    Set<String> theirs() {
        return Set.copyOf(theirs);
    }

    /** The same form once more, merged and with what both changed. */
    void merged(Fields answer, Predicate<String> takeTheirs) {
        fields = answer;
        theirs.clear();
        answer.clashes().stream().filter(takeTheirs).forEach(theirs::add);
        mine.entrySet().removeIf(text -> !answer.text(text.getKey()).equals(text.getValue()) && (answer.has(text.getKey()) || !kept.contains(text.getKey())));
        kept.removeIf(answer::has);
        dirty.removeIf(name -> isText(name) || !answer.has(name));
        mine.keySet().stream().filter(answer::has).forEach(dirty::add);
    }

    int refused() {
        return ++refusals;
    }
}
