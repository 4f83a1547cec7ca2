package app.maru.editing;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A way to narrow a list, as its form offers it.
 *
 * @param chosen the value that the list is narrowed to; empty for all
 */
record Filter(String name, String label, String chosen, List<Choice> choices) {

    /** One value, and how it reads. */
    record Choice(String value, String word) {
    }

    static Filter of(String name, String label, @Nullable String chosen, List<Choice> choices) {
        return new Filter(name, label, chosen == null ? "" : chosen, choices);
    }
}
