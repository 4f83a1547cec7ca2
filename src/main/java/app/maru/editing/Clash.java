package app.maru.editing;

import org.jspecify.annotations.Nullable;

/**
 * A place that two people changed at once: both sides as they are read, null for a card that one side removed.
 *
 * @param path the place, as the form names it when theirs is to stand
 */
record Clash(String path, @Nullable String mine, @Nullable String theirs) {
}
