package app.maru.histories;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** An entry as it is published in an edition. */
record Live(UUID entry, Kind kind, int revision, Text text, Instant written, Instant published, Instant first, long from) {

    Live since(long edition) {
        return new Live(entry, kind, revision, text, written, published, first, edition);
    }

    /** Whether the other is the same text, published at the same time. */
    boolean saysTheSameAs(Live other) {
        return revision == other.revision && published.equals(other.published);
    }

    /** The part of the JSON that the model vouches for. */
    Map<String, @Nullable Object> json() {
        var json = new LinkedHashMap<String, @Nullable Object>();
        json.put("id", entry.toString());
        json.put("type", kind.path);
        json.putAll(text.json(kind));
        json.put("publishedAt", published.toString());
        json.put("firstPublishedAt", first.toString());
        json.put("updatedAt", written.toString());
        return json;
    }
}
