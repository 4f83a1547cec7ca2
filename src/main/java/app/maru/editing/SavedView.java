package app.maru.editing;

import java.util.Map;
import java.util.UUID;

/**
 * What one person looks at in a list again and again, under a name.
 *
 * @param query the parameters of the list's address
 */
record SavedView(UUID id, String name, Map<String, String> query) {

    static final int LONGEST_NAME = 60;
}
