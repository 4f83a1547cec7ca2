package app.maru.publishing;

import java.util.UUID;

/** On a first run an entry was written by somebody who wants an editor to look at it; heard within the transaction. */
public record DemoEntrySubmitted(UUID entry, int revision, UUID author, String note) {
}
