package app.maru.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import app.maru.metrics.Posting;
import app.maru.metrics.Posting.Item;

/** Reads what a machine sent: {@code {"metrics": [{"key": "…", "value": 1.5, "recordedAt": "…"}]}}, numbers as exactly as they were written. */
@Component
class PostedMetrics {

    static final int LARGEST = 1_000_000;

    private static final Set<String> FIELDS = Set.of("key", "value", "recordedAt");

    private final JsonMapper json = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    PostedMetrics() {}

    /** What was read. */
    sealed interface Read {
        /** Values, each of which may still be wrong. */
        record Items(List<Item> items) implements Read {}

        /** Nothing of it is taken. */
        record Unreadable(HttpStatus status, String code, String detail) implements Read {}
    }

    Read read(@Nullable String type, InputStream body) throws IOException {
        if (!isJson(type)) {
            return new Read.Unreadable(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not_json", "Send application/json.");
        }
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            body.skip(Integer.MAX_VALUE);
            return new Read.Unreadable(HttpStatus.CONTENT_TOO_LARGE, "too_large", "At most " + LARGEST + " bytes are taken at once. Nothing of this is kept: send it in several parts.");
        }
        try {
            return items(json.readTree(bytes));
        } catch (JacksonException unreadable) {
            return new Read.Unreadable(HttpStatus.BAD_REQUEST, "malformed_json", "This is no JSON: " + unreadable.getOriginalMessage());
        }
    }

    private static boolean isJson(@Nullable String type) {
        try {
            return type != null && MediaType.APPLICATION_JSON.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static Read items(@Nullable JsonNode document) {
        if (document == null || !document.path("metrics").isArray() || document.path("metrics").isEmpty() || document.size() > 1) {
            return new Read.Unreadable(HttpStatus.BAD_REQUEST, "metrics_missing", "Send an object with one field 'metrics', a list of at least one value.");
        }
        var list = document.path("metrics");
        if (list.size() > Posting.MOST) {
            return new Read.Unreadable(HttpStatus.CONTENT_TOO_LARGE, "too_many",
                "These are " + list.size() + " values; at most " + Posting.MOST + " are taken at once. Nothing of this is kept: send them in several parts.");
        }
        var items = new ArrayList<Item>();
        list.forEach(item -> items.add(item(item)));
        return new Read.Items(items);
    }

    private static Item item(JsonNode item) {
        var unknown = item.isObject() ? item.propertyNames().stream().filter(name -> !FIELDS.contains(name)).findFirst().orElse(null) : "";
        return new Item(text(item.path("key")), value(item.path("value")), item.path("recordedAt").isMissingNode() ? null : item.path("recordedAt").asString("?"), unknown);
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }

    private static @Nullable Object value(JsonNode node) {
        return node.isNumber() ? (Object) decimal(node) : text(node);
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.isIntegralNumber() ? new BigDecimal(number.bigIntegerValue()) : number.decimalValue();
    }
}
