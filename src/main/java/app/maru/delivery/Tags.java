package app.maru.delivery;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.UUID;

/** The opaque names by which a shared cache is told to forget what an edition changed. */
final class Tags {

    private static final int MOST = 50;
    private static final int LENGTH = 12;

    private Tags() {}

    static String of(UUID entry) {
        return tag(entry.toString());
    }

    static String of(String type) {
        return tag(type);
    }

    /** The tag of each entry inside and of the type, as a list changes when an entry joins it; with too many, the type's alone. */
    static String of(String type, Collection<UUID> entries) {
        var tags = new ArrayList<String>();
        tags.add(of(type));
        if (entries.size() <= MOST) {
            entries.forEach(entry -> tags.add(of(entry)));
        }
        return String.join(",", tags);
    }

    private static String tag(String name) {
        return Hash.text(name.getBytes(StandardCharsets.UTF_8)).substring(0, LENGTH);
    }
}
