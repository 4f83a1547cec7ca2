package app.maru.editing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import app.maru.content.ChildType;

/**
 * All cards of one kind of children.
 *
 * @param labelKey the message key of the heading; keys of the parts begin with it
 * @param one what one of them is called
 * @param errors what is wrong with the list as a whole
 * @param clash the two orders that two people gave them at once
 * @param chosen the cards that are ticked, to do something with all of them
 * @param lines what somebody has pasted to make cards of, and not made yet
 */
record CardList(ChildType child, String labelKey, String one, List<Card> cards, List<String> errors, @Nullable Clash clash,
                String lines, List<UUID> chosen) {

    /**
     * One child, to be opened and closed. What is in it comes when it is opened.
     *
     * @param number its place among those that stay, counted from 1
     * @param title the text of its first field; empty while there is none
     * @param second what else tells it from others
     * @param mark how it differs from what visitors see: added, changed; empty when it does not
     * @param fields what is in it; empty as long as that is not in the page
     */
    record Card(UUID id, int number, String title, String second, boolean removed, boolean open, boolean wrong, String mark,
                List<FormField> fields, @Nullable Clash clash) {

        /** Whether its fields are in the page. */
        public boolean isLoaded() {
            return !fields.isEmpty();
        }

        /** The names of its fields in the form, as one enumeration. */
        public String paths() {
            return fields.stream().map(field -> field.input().path()).collect(Collectors.joining(","));
        }
    }

    static String idOf(String children) {
        return "list-" + children;
    }

    /** The id of the part of a card that opens it. */
    static String focusOf(UUID card) {
        return "card-" + card + "-summary";
    }

    /** The card of that id. */
    Optional<Card> card(UUID id) {
        return cards.stream().filter(card -> card.id().equals(id)).findFirst();
    }

    /** The id of the list in the page. */
    public String id() {
        return idOf(child.name());
    }

    /** How many stay. */
    public long count() {
        return cards.stream().filter(card -> !card.removed()).count();
    }
}
