package app.maru.delivery;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;

/** Composes what an address says in an edition. */
@Component
class Documents {

    private final ContentTypes types;
    private final EntryDocuments entries;
    private final EditionDocuments editions;
    private final JsonMapper json;

    Documents(ContentTypes types, EntryDocuments entries, EditionDocuments editions, JsonMapper json) {
        this.types = types;
        this.entries = entries;
        this.editions = editions;
        this.json = json;
    }

    Reply read(Question question, long edition) {
        return switch (question.address()) {
            case Address.Root root -> root(question, edition);
            case Address.Entries list -> entries.list(question, ListQuery.of(list.type(), question.parameters()), edition);
            case Address.Entry entry -> entries.one(question, entry, edition);
            case Address.History history -> editions.history(question, edition);
            case Address.Past past -> editions.one(question, past.edition(), edition);
        };
    }

    private Reply root(Question question, long edition) {
        var committed = editions.committed(edition);
        var data = new LinkedHashMap<String, Object>();
        data.put("edition", edition);
        committed.ifPresent(at -> data.put("committedAt", EditionDocuments.time(at)));
        data.put("types", types.all().stream().map(Documents::describe).toList());
        data.put("editions", EditionDocuments.ADDRESSES);
        var body = Body.of(json.writeValueAsString(Map.of("data", data)));
        return Reply.data(edition, question.pinned(), Reply.EVERYTHING, body, committed.orElse(null), Tags.of("editions"));
    }

    private static Map<String, Object> describe(ContentType type) {
        var list = Question.ROOT + "/" + type.path();
        var description = new LinkedHashMap<String, Object>();
        description.put("type", type.path());
        description.put("list", list);
        description.put("one", list + (type.slug() == null ? "/{id}" : "/{slug}"));
        description.put("sort", Sort.allowed(type));
        description.put("filter", Filter.allowed(type));
        description.put("include", Include.allowed(type));
        description.put("fields", Selection.allowed(type));
        return description;
    }
}
