package app.maru.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Finds the pages of lists by keyset: the last page costs what the first does. */
@Repository
public class Listings {

    private static final int COUNTED = 1000;
    private static final String COLUMNS = "id, entry_id, type, slug, title, state, display_order, head, live, revisions, changed_by, changed_at, facets";

    /** Goes through the entries in their order until the page is full. */
    private static final String IN_ORDER = "select %s from content_entries where %s";
    /** Finds what fits by the indexes made for it, at most as much as is asked for, and puts that in order. */
    private static final String FOUND_FIRST = "with found as materialized (" + IN_ORDER + ") select * from found where true";

    private static final TypeReference<Map<String, @Nullable Object>> FACETS = new TypeReference<>() {};

    private final JdbcClient database;
    private final JdbcClient prepared;
    private final JsonMapper json;

    Listings(DataSource source, JsonMapper json) {
        this.database = JdbcClient.create(new PlannedEachTime(source));
        this.prepared = JdbcClient.create(source);
        this.json = json;
    }

    /** An entry, with the values by which lists are filtered. */
    public record Row(Entry entry, Map<String, @Nullable Object> facets) {}

    /**
     * One page of a list.
     *
     * @param before the entry that stands directly before the page; null on the first page
     * @param after the entry that stands directly behind the page; null on the last
     * @param total how many entries the whole list has
     * @param counts how many there would be in each tab
     */
    public record Page(Listing listing, List<Row> rows, @Nullable UUID before, @Nullable UUID after, Count total, Map<Tab, Count> counts) {

        /** How many there would be in any state but archived. */
        public Count shown() {
            return Listings.shown(counts);
        }

        /** The page's entries, without their facets. */
        public List<Entry> entries() {
            return rows.stream().map(Row::entry).toList();
        }

        /** Whether there is a page before this one. */
        public boolean hasPrevious() {
            return before != null;
        }

        /** Whether there is a page behind this one. */
        public boolean hasNext() {
            return after != null;
        }
    }

    /** A number of entries, or where counting stopped. */
    public record Count(int number, boolean exact) {

        /** Both together. */
        public Count and(Count other) {
            int sum = number + other.number;
            return new Count(Math.min(sum, COUNTED), exact && other.exact && sum <= COUNTED);
        }
    }

    /**
     * How many entries of the list there would be in each tab. Counting stops at a thousand: of each tab where
     * nothing narrows the list, else of all together, and what is known by then are the least numbers.
     */
    private Map<Tab, Count> counts(Listing listing) {
        var all = inAnyState(listing, SearchWord::condition);
        boolean narrowed = isGuessed(listing);
        var found = new EnumMap<Tab, Integer>(Tab.class);
        (narrowed ? database.sql(sample(all)) : prepared.sql(ofEachTab(all))).params(all.parameters).query(row -> {
            for (var tab : Tab.values()) {
                found.put(tab, row.getInt(tab.name()));
            }
        });
        boolean complete = !narrowed || found.entrySet().stream().filter(count -> count.getKey().ofState).mapToInt(Map.Entry::getValue).sum() <= COUNTED;
        var counts = new EnumMap<Tab, Count>(Tab.class);
        found.forEach((tab, number) -> counts.put(tab, new Count(Math.min(number, COUNTED), complete && number <= COUNTED)));
        return counts;
    }

    /** What a word or a value is in is found by the index made for it, whatever PostgreSQL guesses of how many there are. */
    private static String sample(Condition condition) {
        return "select " + forEachTab(tab -> "count(*) filter (where %s)".formatted(tab.condition))
            + " from (" + FOUND_FIRST.formatted("state, scheduled, in_review", condition.sql) + " limit " + (COUNTED + 1) + ") sample";
    }

    private static String ofEachTab(Condition condition) {
        return "select " + forEachTab(tab -> "(select count(*) from (select from content_entries where %s and %s limit %d) counted)"
            .formatted(condition.sql, tab.condition, COUNTED + 1));
    }

    private static String forEachTab(Function<Tab, String> number) {
        return Arrays.stream(Tab.values()).map(tab -> number.apply(tab) + " as " + tab.name()).collect(Collectors.joining(", "));
    }

    /** The page that the listing asks for. */
    public Page page(Listing listing) {
        var counts = counts(listing);
        var known = listing.tab() == null ? shown(counts) : counts.get(listing.tab());
        boolean few = (isGuessed(listing) || listing.tab() != null && !listing.tab().ofState) && known.exact();
        var found = new ArrayList<>(rows(listing, inTab(listing, inAnyState(listing, few ? SearchWord::condition : SearchWord::conditionInOrder)), few));
        var beyond = found.size() > listing.size() ? found.removeLast().entry().id() : null;
        var total = new Count(Math.max(known.number(), found.size()), known.exact());
        return listing.backward() ? new Page(listing, List.copyOf(found.reversed()), beyond, listing.from(), total, counts)
            : new Page(listing, List.copyOf(found), listing.from(), beyond, total, counts);
    }

    /** Whether PostgreSQL guesses from a sample how many entries fit, which a rare word is in too often or not at all. */
    private static boolean isGuessed(Listing listing) {
        return !listing.search().isEmpty() || !listing.filters().isEmpty() || listing.remarked();
    }

    private static Count shown(Map<Tab, Count> counts) {
        return counts.entrySet().stream().filter(count -> count.getKey().ofState && count.getKey() != Tab.ARCHIVED).map(Map.Entry::getValue).reduce(Count::and).orElseThrow();
    }

    private List<Row> rows(Listing listing, Condition condition, boolean few) {
        boolean rising = listing.descending() == listing.backward();
        if (listing.isWithinParents()) {
            return database.sql(WithinParents.page(listing, COLUMNS, condition.sql, rising, few)).params(condition.parameters)
                .param("parents", listing.type().within().target()).param("from", listing.from()).param("most", listing.size() + 1).query(this::row).list();
        }
        var column = listing.sort().column;
        var beyond = listing.from() == null ? "" : " and (%1$s, id) %2$s (select %1$s, id from content_entries where entry_id = :from)"
            .formatted(column, rising ? ">" : "<");
        var parameters = new LinkedHashMap<>(condition.parameters);
        parameters.put("from", listing.from());
        parameters.put("most", listing.size() + 1);
        var source = (few ? FOUND_FIRST : IN_ORDER).formatted(COLUMNS, condition.sql);
        return database.sql(source + beyond + " order by %1$s %2$s, id %2$s limit :most".formatted(column, rising ? "asc" : "desc"))
            .params(parameters).query(this::row).list();
    }

    private Row row(ResultSet row, int number) throws SQLException {
        return new Row(Entry.read(row, number), json.readValue(row.getString("facets"), FACETS));
    }

    private static Condition inTab(Listing listing, Condition condition) {
        return condition.and(listing.tab() == null ? "state <> 'archived'" : listing.tab().condition, Map.of());
    }

    private Condition inAnyState(Listing listing, BiFunction<SearchWord, Map<String, Object>, String> has) {
        var condition = new Condition("type = :type", new LinkedHashMap<>(Map.of("type", listing.type().path())));
        if (!listing.filters().isEmpty()) {
            condition = condition.and("facets @> :facets::jsonb", Map.of("facets", json.writeValueAsString(facets(listing))));
        }
        if (listing.remarked()) {
            condition = condition.and("remarks > 0", Map.of());
        }
        for (var word : SearchWord.of(listing.search())) {
            var values = new LinkedHashMap<>(condition.parameters);
            condition = new Condition(condition.sql + " and " + has.apply(word, values), values);
        }
        return condition;
    }

    private static Map<String, Object> facets(Listing listing) {
        var facets = new LinkedHashMap<String, Object>();
        listing.filters().forEach((name, text) -> facets.put(name, Values.parse(listing.type().field(name).orElseThrow(), text).orElse(text)));
        return facets;
    }

    private record Condition(String sql, Map<String, Object> parameters) {

        Condition and(String more, Map<String, ?> values) {
            var all = new LinkedHashMap<>(parameters);
            all.putAll(values);
            return new Condition(sql + " and " + more, all);
        }
    }
}
