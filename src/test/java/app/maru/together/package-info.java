/**
 * What {@code bin/together} runs: two people who write in one entry, keep and save, one who publishes, one who schedules,
 * all at once and over HTTP, while connections to PostgreSQL are cut at random; and the proof that no text is lost that
 * anybody was told is kept, and that the history explains every state.
 */
@NullMarked
package app.maru.together;

import org.jspecify.annotations.NullMarked;
