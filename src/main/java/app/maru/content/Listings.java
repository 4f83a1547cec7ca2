package app.maru.content;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Finds the pages of lists by keyset: the last page costs what the first does. */
@Repository
public class Listings {

    private static final int COUNTED = 1000;

    private final JdbcClient database;
    private final JsonMapper json;

    Listings(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * One page of a list.
     *
     * @param total how many entries the whole list has, counted up to a thousand
     * @param exact whether the total is all, rather than where counting stopped
     */
    public record Page(Listing listing, List<Entry> entries, boolean hasPrevious, boolean hasNext, int total, boolean exact) {}

    /** The page that the listing asks for. */
    public Page page(Listing listing) {
        var condition = condition(listing);
        var found = new ArrayList<>(entries(listing, condition));
        boolean more = found.size() > listing.size();
        if (more) {
            found.removeLast();
        }
        boolean begun = listing.from() != null;
        int total = total(condition);
        var entries = listing.backward() ? found.reversed() : found;
        return listing.backward() ? new Page(listing, List.copyOf(entries), more, begun, Math.min(total, COUNTED), total <= COUNTED)
            : new Page(listing, List.copyOf(entries), begun, more, Math.min(total, COUNTED), total <= COUNTED);
    }

    private List<Entry> entries(Listing listing, Condition condition) {
        boolean rising = listing.descending() == listing.backward();
        var keys = "(" + listing.sort().column + ", id)";
        var beyond = listing.from() == null ? "" : " and %s %s (select %s, id from content_entries where entry_id = :from)"
            .formatted(keys, rising ? ">" : "<", listing.sort().column);
        var direction = rising ? " asc" : " desc";
        var parameters = new LinkedHashMap<>(condition.parameters);
        parameters.put("from", listing.from());
        parameters.put("most", listing.size() + 1);
        return database.sql("select * from content_entries where " + condition.sql + beyond + " order by " + listing.sort().column + direction
            + ", id" + direction + " limit :most").params(parameters).query(Entry::read).list();
    }

    private int total(Condition condition) {
        return database.sql("select count(*) from (select from content_entries where " + condition.sql + " limit " + (COUNTED + 1) + ") counted")
            .params(condition.parameters).query(Integer.class).single();
    }

    private Condition condition(Listing listing) {
        var condition = new Condition("type = :type", new LinkedHashMap<>(Map.of("type", listing.type().path())));
        condition = listing.state() == null ? condition.and("archived_at is null", Map.of())
            : condition.and("state = :state", Map.of("state", listing.state().key()));
        if (!listing.filters().isEmpty()) {
            condition = condition.and("facets @> :facets::jsonb", Map.of("facets", json.writeValueAsString(facets(listing))));
        }
        for (var word : words(listing.search())) {
            condition = condition.and(word);
        }
        return condition;
    }

    private static Map<String, Object> facets(Listing listing) {
        var facets = new LinkedHashMap<String, Object>();
        listing.filters().forEach((name, text) -> facets.put(name, Values.parse(listing.type().field(name).orElseThrow(), text).orElse(text)));
        return facets;
    }

    private static List<String> words(String search) {
        return java.util.Arrays.stream(normal(search).split("\\s+")).filter(word -> !word.isEmpty()).limit(8).toList();
    }

    /** As the search column has it: decomposed, so that a Hangul syllable is two or three letters and gives trigrams. */
    private static String normal(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
    }

    private record Condition(String sql, Map<String, Object> parameters) {

        Condition and(String more, Map<String, ?> values) {
            var all = new LinkedHashMap<>(parameters);
            all.putAll(values);
            return new Condition(sql + " and " + more, all);
        }

        /** A word that gives a trigram is found anywhere, a shorter one where a word begins. */
        Condition and(String word) {
            var name = "word" + parameters.size();
            var escaped = word.replaceAll("([\\\\%_])", "\\\\$1");
            return word.length() > 2 ? and("search like :" + name, Map.of(name, "%" + escaped + "%"))
                : and("(search like :" + name + " or search like '% ' || :" + name + ")", Map.of(name, escaped + "%"));
        }
    }
}
