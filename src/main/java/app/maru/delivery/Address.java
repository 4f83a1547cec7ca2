package app.maru.delivery;

import app.maru.content.ContentType;

/** What an address below {@code /api/v1} names. */
sealed interface Address {

    /** What there is. */
    record Root() implements Address {}

    /** The entries of a type. */
    record Entries(ContentType type) implements Address {}

    /** One entry, by its slug or id. */
    record Entry(ContentType type, String key) implements Address {}

    /** The history of the site. */
    record History() implements Address {}

    /** One edition, and what it changed. */
    record Past(long edition) implements Address {}
}
