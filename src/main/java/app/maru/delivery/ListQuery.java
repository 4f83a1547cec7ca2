package app.maru.delivery;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import app.maru.content.ContentType;

/** Which entries of a type are asked for, in which order, how many and from where. */
record ListQuery(ContentType type, Filter filter, Sort sort, int limit, @Nullable Cursor cursor) {

    static final List<String> PARAMETERS = List.of("limit", "cursor", "sort", "fields", "include", "filter[field]", "edition", "minEdition");
    static final int DEFAULT_LIMIT = 25;
    static final int MOST = 100;

    static ListQuery of(ContentType type, Parameters parameters) {
        var filter = Filter.of(type, parameters);
        var sort = Sort.of(type, parameters.several("sort"));
        return new ListQuery(type, filter, sort, limit(parameters, DEFAULT_LIMIT),
            parameters.one("cursor").map(text -> Cursor.of(text, name(type, filter, sort), sort)).orElse(null));
    }

    static int limit(Parameters parameters, int otherwise) {
        return parameters.one("limit").map(ListQuery::limit).orElse(otherwise);
    }

    private static int limit(String text) {
        if (!text.matches("[1-9][0-9]?|" + MOST)) {
            throw Refusal.invalid("limit", text, "1 to " + MOST);
        }
        return Integer.parseInt(text);
    }

    private static String name(ContentType type, Filter filter, Sort sort) {
        return type.path() + "?" + sort + "&" + filter;
    }

    /** The same list where its filter names entries by their ids. */
    ListQuery filtered(Filter resolved) {
        return new ListQuery(type, resolved, sort, limit, cursor);
    }

    /** The types that it says something of besides its own: by whose entries it is filtered or put in order. */
    List<String> besides() {
        return type.relations().stream().filter(field -> filter.fields().containsKey(field.name()) || field.equals(type.within()) && sort.isWithinParents())
            .map(field -> Objects.requireNonNull(field.target())).toList();
    }

    /** What its total depends on: neither the order nor the page. */
    String counted() {
        return type.path() + "?" + filter;
    }

    /** The text of the cursor that continues this list after the row. */
    String after(Cursor row) {
        return row.text(name(type, filter, sort));
    }
}
