package app.maru.checks;

import java.util.UUID;

/** An entry's newest revision was looked at in the background, with what was found; heard within the transaction that keeps it. */
public record EntryChecked(UUID entry, int revision, Checked found) {
}
