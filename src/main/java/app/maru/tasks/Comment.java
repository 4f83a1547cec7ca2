package app.maru.tasks;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said about a task, or what became of it.
 *
 * @param by who said it; null for the product, and when they are no longer known
 * @param event what became of the task, as the last part of its message key; null where somebody just says something
 * @param text Markdown; may be empty where there is an event
 */
record Comment(UUID id, @Nullable UUID by, @Nullable String event, String text, Instant at) {

    static final int LONGEST = 4000;
}
