package app.maru.publishing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.Field;
import app.maru.content.MarkdownText;
import app.maru.content.Snapshot;
import app.maru.content.Values;

/** Renders an entry as visitors get it: every declared field, its children in order, Markdown also as HTML. */
@Component
class PublishedJson {

    private final JsonMapper json;

    PublishedJson(JsonMapper json) {
        this.json = json;
    }

    /** When an entry was published, first and now, and when what is published was written. */
    record Times(Instant published, Instant firstPublished, Instant updated) {}

    String body(ContentType type, UUID entry, Snapshot snapshot, Times times) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", entry.toString());
        body.put("type", type.path());
        put(body, type.fields(), snapshot.fields());
        type.children().forEach(child -> body.put(child.name(), snapshot.items(child.name()).stream()
            .map(item -> item(child.fields(), item)).toList()));
        body.put("publishedAt", time(times.published()));
        body.put("firstPublishedAt", time(times.firstPublished()));
        body.put("updatedAt", time(times.updated()));
        return json.writeValueAsString(body);
    }

    private static Map<String, @Nullable Object> item(List<Field> fields, Snapshot.Item item) {
        var body = new LinkedHashMap<String, @Nullable Object>();
        body.put("id", item.id().toString());
        put(body, fields, item.fields());
        return body;
    }

    private static void put(Map<String, @Nullable Object> body, List<Field> fields, Map<String, @Nullable Object> values) {
        for (var field : fields) {
            var value = values.get(field.name());
            body.put(field.name(), Values.isAbsent(value) ? field.kind() == Field.Kind.TAGS ? List.of() : null : value);
            if (field.kind() == Field.Kind.MARKDOWN) {
                body.put(field.name() + "Html", Values.isAbsent(value) ? null : MarkdownText.html(Values.text(value)));
            }
        }
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    static String hash(String body) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
