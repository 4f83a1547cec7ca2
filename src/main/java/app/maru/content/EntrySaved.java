package app.maru.content;

import java.util.UUID;

/** An entry's working copy is about to be another revision; whoever listens does so in the transaction that saves it. */
public record EntrySaved(ContentType type, UUID entry, int revision, Snapshot snapshot) {
}
