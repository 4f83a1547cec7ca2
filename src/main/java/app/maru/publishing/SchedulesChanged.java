package app.maru.publishing;

import java.util.UUID;

/** What is to happen to an entry at a time has changed or has happened; heard within the transaction. */
public record SchedulesChanged(String type, UUID entry) {
}
