package app.maru.delivery;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where a page ends: the values by which its last row is sorted, as JSON texts, and its entry. */
record Cursor(List<String> values, UUID entry) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The cursor that the text says, on the list of that name. */
    static Cursor of(String text, String list, Sort sort) {
        return Opaque.read(text, list).flatMap(Cursor::parse).filter(cursor -> cursor.fits(sort)).orElseThrow(Opaque::notOfThisList);
    }

    private static Optional<Cursor> parse(String row) {
        try {
            return Optional.of(of(JSON.readTree(row)));
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        }
    }

    private static Cursor of(JsonNode row) {
        if (!row.isArray()) {
            throw new IllegalArgumentException("not a row: " + row);
        }
        var values = IntStream.range(0, row.size() - 1).mapToObj(i -> row.get(i).toString()).toList();
        return new Cursor(values, UUID.fromString(row.path(row.size() - 1).asString("")));
    }

    private boolean fits(Sort sort) {
        return values.size() == sort.keys().size()
            && IntStream.range(0, values.size()).allMatch(i -> sort.keys().get(i).source().holds(JSON.readTree(values.get(i))));
    }

    String text(String list) {
        return Opaque.write(Stream.concat(values.stream(), Stream.of('"' + entry.toString() + '"')).collect(Collectors.joining(",", "[", "]")), list);
    }
}
