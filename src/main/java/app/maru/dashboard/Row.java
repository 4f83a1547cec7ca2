package app.maru.dashboard;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A line of a list.
 *
 * @param href where it leads; null where that is nowhere
 * @param second a few words more, or none
 * @param at a moment that belongs to it; null for none
 * @param alarming whether somebody should look at it soon
 */
record Row(String icon, String title, @Nullable String href, String second, @Nullable Instant at, boolean alarming) {
}
