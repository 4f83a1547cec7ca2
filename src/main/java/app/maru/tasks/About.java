package app.maru.tasks;

import java.util.UUID;

/**
 * What a task is about: an entry or a person.
 *
 * @param type the path of the entry's type, or {@link #PEOPLE}
 */
record About(String type, UUID id) {

    static final String PEOPLE = "profiles";

    boolean isPerson() {
        return type.equals(PEOPLE);
    }

    /** The desk's address of it. */
    String address() {
        return "/" + type + "/" + id;
    }
}
