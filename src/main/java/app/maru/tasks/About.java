package app.maru.tasks;

import java.util.UUID;

/**
 * What a task is about: an entry, a person or a metric.
 *
 * @param type the path of the entry's type, {@link #PEOPLE} or {@link #METRICS}
 */
record About(String type, UUID id) {

    static final String PEOPLE = "profiles";

    static final String METRICS = "metrics";

    boolean isPerson() {
        return type.equals(PEOPLE);
    }

    boolean isMetric() {
        return type.equals(METRICS);
    }

    boolean isEntry() {
        return !isPerson() && !isMetric();
    }

    /** The desk's address of it. */
    String address() {
        return "/" + type + "/" + id;
    }
}
