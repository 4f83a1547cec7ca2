package app.maru.identity;

import java.util.UUID;

/** What people have begun or are to do in one room, for whoever takes it over when they leave: any room contributes beans of this type. */
public interface OpenWork {

    /** What it is, as the last part of its message key. */
    String key();

    /** How much of it this person has. */
    int of(UUID person);

    /** Gives all of it to somebody else, within the transaction; how much it was. */
    int handOver(UUID from, UUID to, UUID by);
}
