package app.maru.publishing;

import java.util.List;
import java.util.UUID;

/** What is to happen to entries of a type at a time has changed or has happened; heard within the transaction. */
public record SchedulesChanged(String type, List<UUID> entries) {
}
