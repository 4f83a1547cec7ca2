package app.maru.delivery;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import app.maru.delivery.PublicEditions.Change;
import app.maru.delivery.PublicEditions.Edition;

/** Composes the history of the site and single editions: numbers and times; who and why is nobody's business here. */
@Component
class EditionDocuments {

    private static final String LIST = Question.ROOT + "/editions";
    static final Map<String, String> ADDRESSES = new TreeMap<>(Map.of("list", LIST, "one", LIST + "/{number}"));

    private final PublicEditions editions;
    private final JsonMapper json;

    EditionDocuments(PublicEditions editions, JsonMapper json) {
        this.editions = editions;
        this.json = json;
    }

    Optional<Instant> committed(long edition) {
        return editions.one(edition).map(Edition::createdAt);
    }

    Reply history(Question question, long edition) {
        int limit = ListQuery.limit(question.parameters(), ListQuery.DEFAULT_LIMIT);
        var rows = editions.before(cursor(question, "editions").orElse(edition + 1), limit + 1);
        var shown = rows.subList(0, Math.min(rows.size(), limit));
        var next = rows.size() == shown.size() ? null
            : question.next(LIST, Opaque.write(Long.toString(shown.getLast().number()), "editions"), edition);
        var text = "{\"data\":" + json.writeValueAsString(shown.stream().map(EditionDocuments::describe).toList())
            + ",\"page\":" + EntryDocuments.page(json, edition, next) + "}";
        return Reply.data(edition, question.pinned(), Reply.EVERYTHING, Body.of(text), committed(edition).orElse(null), Tags.of("editions"));
    }

    private static Optional<Long> cursor(Question question, String list) {
        return question.parameters().one("cursor")
            .map(text -> Opaque.read(text, list).filter(number -> number.matches("[0-9]{1,18}")).orElseThrow(Opaque::notOfThisList))
            .map(Long::valueOf);
    }

    /** The edition, which is none after the one that is current to the asker. */
    Reply one(Question question, long number, long edition) {
        var found = editions.one(number).filter(one -> number <= edition).orElseThrow(() -> Refusal.noEdition(Long.toString(number), edition));
        int limit = ListQuery.limit(question.parameters(), ListQuery.MOST);
        var list = "editions/" + number;
        var rows = editions.changes(number, cursor(question, list).orElse(0L), limit + 1);
        var shown = rows.subList(0, Math.min(rows.size(), limit));
        var next = rows.size() == shown.size() ? null
            : question.next(LIST + "/" + number, Opaque.write(Long.toString(shown.getLast().row()), list), edition);
        var text = "{\"data\":" + json.writeValueAsString(describe(found, shown))
            + ",\"page\":" + EntryDocuments.page(json, editions.countChanges(number), next) + "}";
        return Reply.data(edition, question.pinned(), null, Body.of(text), found.createdAt(), Tags.of(list));
    }

    private static Map<String, Object> describe(Edition edition) {
        var description = new LinkedHashMap<String, Object>();
        description.put("number", edition.number());
        description.put("createdAt", time(edition.createdAt()));
        return description;
    }

    private static Map<String, Object> describe(Edition edition, List<Change> changes) {
        var description = describe(edition);
        description.put("changes", changes.stream().map(EditionDocuments::describe).toList());
        return description;
    }

    private static Map<String, @Nullable Object> describe(Change change) {
        var description = new LinkedHashMap<String, @Nullable Object>();
        description.put("type", change.type());
        description.put("id", change.id().toString());
        description.put("slug", change.slug());
        description.put("change", change.change());
        return description;
    }

    static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
