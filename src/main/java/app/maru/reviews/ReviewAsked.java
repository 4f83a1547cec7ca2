package app.maru.reviews;

import java.util.UUID;

/** Somebody has asked for a look at a revision of an entry; heard within the transaction. */
public record ReviewAsked(UUID entry, String note, UUID by) {
}
