package app.maru.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.Values;
import app.maru.delivery.PublicEntries.Row;

/** Composes lists of entries and single ones: the bodies as they are stored, unless only some of their fields are asked for. */
@Component
class EntryDocuments {

    private static final String SLUG = "[a-z0-9]+(-[a-z0-9]+)*";

    private final PublicEntries entries;
    private final Totals totals;
    private final JsonMapper json;

    EntryDocuments(PublicEntries entries, Totals totals, JsonMapper json) {
        this.entries = entries;
        this.totals = totals;
        this.json = json;
    }

    Reply list(Question question, ListQuery query, long edition) {
        var selection = Selection.of(query.type(), question.parameters());
        var include = Include.of(query.type(), question.parameters());
        var resolved = query.filtered(query.filter().resolved(query.type(), (target, names) -> entries.ids(target, names, edition)));
        var rows = entries.list(resolved, edition);
        var shown = rows.subList(0, Math.min(rows.size(), query.limit()));
        var included = included(include, shown, edition);
        var besides = Stream.concat(include.types().stream(), query.besides().stream()).distinct().toList();
        var next = rows.size() == shown.size() ? null : next(question, query, shown.getLast(), edition);
        var text = shown.stream().map(row -> include.in(body(row, selection), included, json)).collect(Collectors.joining(",", "{\"data\":[", "],"))
            + "\"page\":" + page(json, totals.of(resolved, edition), next) + "}";
        var tags = Tags.of(query.type().path(), shown.stream().map(Row::entry).toList());
        return Reply.data(edition, question.pinned(), query.type().path(), Body.of(text), changed(query.type().path(), besides, edition), tags)
            .besides(besides);
    }

    private Map<UUID, String> included(Include include, List<Row> rows, long edition) {
        var targets = include.targets(rows.stream().map(Row::body).toList(), json);
        return targets.isEmpty() ? Map.of() : entries.bodies(targets, edition);
    }

    /** When the type or any of the others changed last. */
    private @Nullable Instant changed(String type, List<String> others, long edition) {
        return Stream.concat(Stream.of(type), others.stream()).flatMap(one -> entries.changed(one, edition).stream())
            .max(Comparator.naturalOrder()).orElse(null);
    }

    private static String next(Question question, ListQuery query, Row last, long edition) {
        return question.next(Question.ROOT + "/" + query.type().path(), query.after(new Cursor(last.sorted(), last.entry())), edition);
    }

    static String page(JsonMapper json, long total, @Nullable String next) {
        return "{\"total\":" + total + ",\"next\":" + json.writeValueAsString(next) + "}";
    }

    private String body(Row row, Optional<Selection> selection) {
        return selection.map(fields -> fields.of(row.body(), json)).orElse(row.body());
    }

    Reply one(Question question, Address.Entry address, long edition) {
        var selection = Selection.of(address.type(), question.parameters());
        var include = Include.of(address.type(), question.parameters());
        return find(address.type(), address.key(), edition)
            .map(row -> one(question, address, row, include.in(body(row, selection), included(include, List.of(row), edition), json), include, edition))
            .orElseGet(() -> elsewhere(question, address, edition));
    }

    private Reply one(Question question, Address.Entry address, Row row, String body, Include include, long edition) {
        var modified = include.types().stream().flatMap(type -> entries.changed(type, edition).stream())
            .filter(row.since()::isBefore).max(Comparator.naturalOrder()).orElse(row.since());
        return Reply.data(edition, question.pinned(), concerns(address), Body.of("{\"data\":" + body + "}"), modified, Tags.of(row.entry()))
            .besides(include.types());
    }

    private Optional<Row> find(ContentType type, String key, long edition) {
        return key.matches(SLUG) ? entries.bySlug(type, key, edition).or(() -> id(key).flatMap(id -> entries.byId(type, id, edition)))
            : Optional.empty();
    }

    private static Optional<UUID> id(String key) {
        return Values.isId(key) ? Optional.of(UUID.fromString(key)) : Optional.empty();
    }

    private static String concerns(Address.Entry address) {
        return address.type().path() + "/" + address.key();
    }

    private Reply elsewhere(Question question, Address.Entry address, long edition) {
        if (!address.key().matches(SLUG)) {
            throw new Refusal(never(address));
        }
        return entries.moved(address.type(), address.key(), edition)
            .map(moved -> Reply.redirect(edition, question.pinned(), concerns(address),
                question.at(Question.ROOT + "/" + address.type().path() + "/" + moved.slug()), Tags.of(moved.entry())))
            .orElseGet(() -> absent(question, address, edition));
    }

    private Reply absent(Question question, Address.Entry address, long edition) {
        var past = entries.past(address.type(), address.key(), id(address.key()).orElse(null), edition);
        return Reply.problem(edition, question.pinned(), concerns(address), past.isPresent()
            ? Problem.gone("'" + address.key() + "' was published here and has been taken down.") : never(address),
            past.map(Tags::of).orElse(null));
    }

    private static Problem never(Address.Entry address) {
        return Problem.notFound("There is no '" + address.key() + "' among " + address.type().path() + ".");
    }
}
