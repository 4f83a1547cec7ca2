package app.maru.publishing;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

import app.maru.publishing.Edition.Action;

/**
 * An edition is about to be committed; whoever listens after the commit finds it in the database.
 *
 * @param author who commits it; null when nobody does
 */
public record EditionCommitted(long number, Action action, @Nullable UUID author) {
}
