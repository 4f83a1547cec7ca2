package app.maru.editing;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.content.Entry;

/**
 * What visitors would find changed if a revision went live.
 *
 * @param title what the entry is called
 * @param revision the exact revision that would go live
 * @param live the revision that visitors see; null when none
 * @param address where visitors would find it; null for a type without addresses of its own
 * @param former the other address under which they know it; null when it stays where it is, or is new
 * @param hidden whether visitors would not see it at all: it is private or switched off
 * @param remarks what the checks find in it
 * @param together what would go live in the same edition
 */
record Proposal(Entry entry, String title, int revision, @Nullable Integer live, @Nullable String address, @Nullable String former, boolean hidden,
                Comparison comparison, Remarks remarks, List<Proposal> together) {

    /** Whether nobody has seen it before. */
    public boolean isFirst() {
        return live == null;
    }

    /** How many warnings there are, in this and in what goes live together with it. */
    public int warnings() {
        return remarks.warnings().size() + together.stream().mapToInt(Proposal::warnings).sum();
    }

    /** The ids of what goes live together with it. */
    public List<UUID> others() {
        return together.stream().map(other -> other.entry.id()).toList();
    }
}
