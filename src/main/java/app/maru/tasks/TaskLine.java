package app.maru.tasks;

import org.jspecify.annotations.Nullable;

import app.maru.identity.Right;

/**
 * A task as lists, the board and its own page show it.
 *
 * @param who who does it; null while nobody does
 * @param by who made it; null for the product, and when they are no longer known
 * @param about what it is about; null for nothing in particular
 */
record TaskLine(Task task, @Nullable String who, @Nullable String by, @Nullable Subject about, boolean overdue) {

    /**
     * What a task is about, as it is read.
     *
     * @param href where it is; null where there is no page of it
     * @param right what one needs to open that page
     */
    record Subject(String text, String icon, @Nullable String href, Right right) {}
}
