package app.maru.content;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Which members of a list were moved, and how two people's moves become one order. */
public final class Moves {

    private Moves() {
    }

    /** The longest common subsequence: what can stay while everything else moves around it. */
    static Set<UUID> unmoved(List<UUID> before, List<UUID> after) {
        var lengths = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = after.size() - 1; j >= 0; j--) {
                lengths[i][j] = before.get(i).equals(after.get(j)) ? lengths[i + 1][j + 1] + 1 : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        var unmoved = new LinkedHashSet<UUID>();
        for (int i = 0, j = 0; i < before.size() && j < after.size(); ) {
            if (before.get(i).equals(after.get(j))) {
                unmoved.add(before.get(i++));
                j++;
            } else if (lengths[i + 1][j] >= lengths[i][j + 1]) i++;
            else j++;
        }
        return unmoved;
    }

    /** The fewest of those in both lists that were moved. */
    static Set<UUID> between(List<UUID> before, List<UUID> after) {
        var moved = new HashSet<>(before);
        moved.retainAll(new HashSet<>(after));
        moved.removeAll(unmoved(before, after));
        return moved;
    }

    /** The order, with each one that only the other has behind what it follows there. */
    public static List<UUID> insert(List<UUID> order, List<UUID> other) {
        var inserted = new ArrayList<>(order);
        var known = new HashSet<>(order);
        int place = 0;
        for (var id : other) {
            place = known.contains(id) ? inserted.indexOf(id) : place;
            if (!known.contains(id)) inserted.add(place, id);
            place++;
        }
        return inserted;
    }
}
