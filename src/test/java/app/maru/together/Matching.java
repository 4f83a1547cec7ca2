package app.maru.together;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives each of many things one of its own among those that suit it, by augmenting paths: one that is taken is had as soon as
 * another suits whoever has it.
 */
final class Matching<T, C> {

    private final Map<T, List<C>> suitable = new IdentityHashMap<>();
    private final Map<C, T> pairs = new IdentityHashMap<>();

    /** Whether there is one for this as well. */
    boolean add(T thing, List<C> suiting) {
        suitable.put(thing, suiting);
        return finds(thing, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private boolean finds(T thing, Set<C> asked) {
        for (var one : suitable.get(thing)) {
            if (asked.add(one) && (!pairs.containsKey(one) || finds(pairs.get(one), asked))) {
                pairs.put(one, thing);
                return true;
            }
        }
        return false;
    }

    /** What each of them that is taken was given to. */
    Map<C, T> pairs() {
        return pairs;
    }
}
