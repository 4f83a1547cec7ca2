package app.maru.delivery;

import java.util.Map;

/**
 * What the editions after one changed.
 *
 * @param edition the newest edition
 * @param countless whether so much changed that it is not listed
 * @param changed the newest edition that changed it, by address below {@code /api/v1/}: of lists, and of entries by
 *     their id and by every slug they ever had
 */
record News(long edition, boolean countless, Map<String, Long> changed) {

    /** The edition came, and what it changed is not known. */
    static News unread(long edition) {
        return new News(edition, true, Map.of());
    }
}
