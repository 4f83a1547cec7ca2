package app.maru.publishing;

import java.util.List;
import java.util.UUID;

/** Entries of a type were published, taken down, archived or restored; heard within the transaction that does it. */
public record StandingsChanged(String type, List<UUID> entries) {
}
