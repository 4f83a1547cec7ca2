package app.maru.content;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import sample.Plan;

/** A small plan that unit tests of the kernel talk about; it has no table. */
class Plans {

    static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    static final ContentType TYPE = ContentType.of(Plan.class);
    static final ChildType LINKS = TYPE.child("links").orElseThrow();

    static Snapshot plan(String name, Snapshot.Item... links) {
        return TYPE.blank().with("name", (Object) name).with("links", List.of(links));
    }

    static Snapshot.Item link(int number, String label) {
        var fields = new LinkedHashMap<String, @Nullable Object>(ContentType.blankOf(LINKS.fields()));
        fields.putAll(Map.of("label", label));
        return new Snapshot.Item(id(number), fields, Stamp.at(NOW));
    }

    static UUID id(int number) {
        return new UUID(0, number);
    }
}
