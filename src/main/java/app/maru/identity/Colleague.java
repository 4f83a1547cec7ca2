package app.maru.identity;

import java.util.UUID;

/** Somebody of the staff, and how to call them. */
public record Colleague(UUID id, String name) {
}
