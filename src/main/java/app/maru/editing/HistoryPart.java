package app.maru.editing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import app.maru.content.Entry;

/**
 * A page of an entry's history.
 *
 * @param newer the number before which the page above begins; 0 for the newest; null when this is the first page
 * @param older the number before which the page below begins; null when this is the last
 */
record HistoryPart(Shown shown, List<HistoryLine> lines, @Nullable Integer newer, @Nullable Integer older) {

    /** Which revisions are shown. */
    enum Shown {
        ALL, PUBLISHED, NAMED;

        /** What the address's parameter says; all when it says nothing that is known. */
        static Shown of(String parameter) {
            return Arrays.stream(values()).filter(shown -> shown.key().equals(parameter)).findFirst().orElse(ALL);
        }

        /** Its name in addresses and message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static HistoryPart of(Entry entry, Shown shown, @Nullable Integer before, List<HistoryLine> lines, boolean more) {
        return new HistoryPart(shown, lines, newer(entry, shown, before, lines), more ? (Integer) lines.getLast().revision().number() : null);
    }

    /** Where some are left out, how far up the page above begins is not known: it is the first then. */
    private static @Nullable Integer newer(Entry entry, Shown shown, @Nullable Integer before, List<HistoryLine> lines) {
        if (shown != Shown.ALL) {
            return before == null ? null : (Integer) 0;
        }
        int newest = lines.isEmpty() ? 0 : lines.getFirst().revision().number();
        return newest >= entry.revisions() ? null : (Integer) (newest + Histories.PAGE + 1);
    }

    /** Those that can be shown. */
    public List<Shown> choices() {
        return List.of(Shown.values());
    }

    /** What follows the history's address for revisions of that sort before the number given; 0 for the newest. */
    public static String query(Shown shown, int before) {
        var parameters = Stream.of(shown == Shown.ALL ? "" : "show=" + shown.key(), before == 0 ? "" : "before=" + before).filter(text -> !text.isEmpty()).toList();
        return parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    }

    /** Whether there are two to compare. */
    public boolean isComparable() {
        return lines.size() > 1;
    }
}
