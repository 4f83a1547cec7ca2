package app.maru.together;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * What one person was told is kept, place by place. Where a request got no answer, what it said may stand in the place of
 * what was there before.
 */
final class Claims {

    private final Map<String, Set<String>> texts = new LinkedHashMap<>();

    /** The server says that it has them. */
    void kept(Map<String, String> kept) {
        kept.forEach((place, text) -> texts.put(place, new TreeSet<>(Set.of(text))));
    }

    /** Nobody knows whether it has them. */
    void sent(Map<String, String> sent) {
        sent.forEach((place, text) -> texts.computeIfPresent(place, (any, before) -> {
            before.add(text);
            return before;
        }));
    }

    /** The person wrote something else over them, and that is saved. */
    void replaced(Map<String, Set<String>> known) {
        texts.entrySet().removeIf(claim -> claim.getValue().stream().anyMatch(known.getOrDefault(claim.getKey(), Set.of())::contains));
    }

    void givenUp(Predicate<String> places) {
        texts.keySet().removeIf(places);
    }

    boolean isKept(String place, String text) {
        return Set.of(text).equals(texts.get(place));
    }

    boolean mayBe(String place, String text) {
        return texts.getOrDefault(place, Set.of()).contains(text);
    }

    /** All of them, to be had back. */
    Map<String, Set<String>> all() {
        var all = new LinkedHashMap<String, Set<String>>();
        texts.forEach((place, any) -> all.put(place, new TreeSet<>(any)));
        return all;
    }

    void back(Map<String, Set<String>> all) {
        texts.putAll(all);
    }

    /** What is in the history is there for good. */
    void settle(Says revision) {
        texts.entrySet().removeIf(claim -> claim.getValue().stream().anyMatch(text -> revision.has(claim.getKey(), text)));
    }

    /** What is neither in the unsaved text nor in the history. */
    List<String> lost(Map<String, Set<String>> unsaved) {
        var lost = new ArrayList<String>();
        texts.forEach((place, any) -> {
            if (unsaved.getOrDefault(place, Set.of()).stream().noneMatch(any::contains)) {
                lost.add("%s = %s (there is %s)".formatted(place, any, unsaved.get(place)));
            }
        });
        return lost;
    }

    int size() {
        return texts.size();
    }
}
