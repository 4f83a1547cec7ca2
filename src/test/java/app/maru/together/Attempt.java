package app.maru.together;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Something that may have changed the entry: the server was asked for it, and did not say that it was not done. */
sealed interface Attempt {

    UUID person();

    /**
     * A form that was sent.
     *
     * @param base the revision that it was made from
     * @param form what it said, by path
     * @param kept what the person had had kept before, which is saved with it where it says nothing
     * @param texts what only this person wrote, and has to be in the revision that it makes
     * @param theirs places at which the other's text was to stand
     * @param late whether it may have come after what was kept later
     */
    record Save(UUID person, int base, Map<String, List<String>> form, Map<String, Set<String>> kept, Map<String, String> texts,
                Set<String> theirs, boolean late) implements Attempt {

        boolean removes(String card) {
            return card.contains(".") && form.getOrDefault("_removed." + card.substring(0, card.indexOf('.')), List.of())
                .contains(card.substring(card.indexOf('.') + 1));
        }

        boolean takesTheirs(String place) {
            return theirs.stream().anyMatch(path -> place.equals(path) || path.contains(".") && place.startsWith(path + "."));
        }

        /** The texts that have to be in its revision and are not. */
        List<String> missing(Says says) {
            return texts.entrySet().stream().filter(text -> !removes(Says.card(text.getKey())) && !takesTheirs(text.getKey())
                && !says.has(text.getKey(), text.getValue())).map(text -> "%s = %s (there is %s)".formatted(text.getKey(), text.getValue(), says.texts().get(text.getKey()))).toList();
        }
    }

    /** An older revision was to be the newest again. */
    record Restore(UUID person, int revision) implements Attempt {}

    /** What visitors see was to be the working copy again. */
    record Discard(UUID person) implements Attempt {}

    /** A revision was to be published; 0 for the one that the same form would make. */
    record Publish(UUID person, int revision) implements Attempt {}

    /** The entry was to be taken from visitors. */
    record Unpublish(UUID person) implements Attempt {}
}
