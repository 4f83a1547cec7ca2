package app.maru.content;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * What one person has typed into an entry's form and not saved, as each of their sittings had it kept; what was made
 * from the oldest revision first.
 */
public record Unsaved(List<Part> parts) {

    /** Nothing. */
    public static final Unsaved NONE = new Unsaved(List.of());

    public Unsaved {
        parts = parts.stream().sorted(Comparator.comparing(Part::base).thenComparing(Part::at)).toList();
    }

    /**
     * What one sitting, an opening of the form in one tab, had kept: only what was changed there.
     *
     * @param number how often it had text kept
     * @param base the revision that the form was made from; 0 for the blank of a new entry
     */
    public record Part(UUID sitting, int number, int base, MultiValueMap<String, String> form, Instant at) {

        /** This without the places for which that holds. */
        Part without(Predicate<String> places) {
            var rest = new LinkedMultiValueMap<>(form);
            rest.keySet().removeIf(places);
            return new Part(sitting, number, base, rest, at);
        }
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** When the last of it was kept. */
    public Instant at() {
        return parts.stream().map(Part::at).max(Comparator.naturalOrder()).orElseThrow();
    }

    /** All of it as one form: no place is in two parts. */
    public MultiValueMap<String, String> form() {
        var form = new LinkedMultiValueMap<String, String>();
        parts.forEach(part -> form.putAll(part.form()));
        return form;
    }

    /** This where the form says nothing: it lists its cards, and those to be removed, all or not at all. */
    public Unsaved beside(MultiValueMap<String, String> form) {
        return without(name -> form.containsKey(name)
            || name.startsWith(Paths.CONTROL) && form.containsKey(Paths.order(name.substring(name.indexOf('.') + 1))));
    }

    /** This without the places for which that holds. */
    public Unsaved without(Predicate<String> places) {
        return new Unsaved(parts.stream().map(part -> part.without(places)).toList());
    }

    /** The parts for which that holds. */
    public Unsaved only(Predicate<Part> wanted) {
        return new Unsaved(parts.stream().filter(wanted).toList());
    }
}
