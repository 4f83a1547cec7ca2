package app.maru.editing;

import java.util.List;

import org.jspecify.annotations.Nullable;

import app.maru.content.ContentType;
import app.maru.content.Entry;
import app.maru.desk.Command;

/**
 * What was found for the words, as it is drawn.
 *
 * @param commands what can be done whose name has the words
 * @param lists where else to look, when too much was found to look at all of it
 * @param similar whether the entries only have similar words
 * @param said how much was found, in words; empty while nothing was asked for
 */
record SearchResults(String words, List<Group> groups, List<Command> commands, List<Link> lists, boolean similar, String said) {

    /**
     * The best of one type.
     *
     * @param total how many there are, in words
     * @param all the address of the list that has all of them; null where these are all, or where it would not find them
     */
    record Group(ContentType type, String total, @Nullable String all, List<Hit> hits) {
    }

    /** One entry, and what it is called. */
    record Hit(Entry entry, String title) {
    }

    /** The address of a type's list with the words. */
    record Link(ContentType type, String address) {
    }

    /** Whether nothing at all was found. */
    public boolean isEmpty() {
        return groups.isEmpty() && commands.isEmpty();
    }
}
