package app.maru.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds entries of all types by words: those that have all of them, or, where none has, those that have similar ones. */
@Repository
public class Search {

    private static final int LONGEST = 200;
    private static final int LOOKED_AT = 200;
    private static final int SIMILAR = 100;
    /** What share of a word's trigrams must be there: two thirds, or else what a typo leaves of two syllables. */
    private static final List<String> THRESHOLDS = List.of("0.65", "0.45");
    private static final int TWO_SYLLABLES = 6;

    private static final String COLUMNS = "id, entry_id, type, slug, title, state, display_order, head, live, revisions, changed_by, changed_at";
    private static final String TITLE = "lower(normalize(title, NFD))";

    private final JdbcClient database;

    Search(DataSource source) {
        this.database = JdbcClient.create(new PlannedEachTime(source));
    }

    /**
     * What was found, best first.
     *
     * @param similar whether none has the words, but these have similar ones
     * @param complete whether all that could be found was looked at
     */
    public record Findings(List<Finding> found, boolean similar, boolean complete) {}

    /**
     * One entry that was found.
     *
     * @param ofType how many of its type were found
     */
    public record Finding(Entry entry, int ofType) {}

    /** Finds the best entries: all that have the words, archived ones last, at most so many of one type. */
    @Transactional(readOnly = true)
    public Findings find(String text, int each) {
        var words = SearchWord.of(text.substring(0, Math.min(LONGEST, text.length())).replace("\0", ""));
        if (words.isEmpty()) {
            return new Findings(List.of(), false, true);
        }
        var same = having(words, each);
        var thresholds = words.stream().anyMatch(word -> word.text().length() <= TWO_SYLLABLES) ? THRESHOLDS.subList(1, 2) : THRESHOLDS;
        return same.found().isEmpty() ? thresholds.stream().map(least -> similar(words, least, each))
            .filter(findings -> !findings.found().isEmpty()).findFirst().orElse(same) : same;
    }

    /** Whether a text has all of the words. */
    public static boolean has(String text, String words) {
        var normal = SearchWord.normal(text);
        return SearchWord.of(words).stream().allMatch(word -> normal.contains(word.text()) || normal.contains(word.otherwise()));
    }

    /** Those that begin with the words come first, then those whose titles have them together, then the others. */
    private Findings having(List<SearchWord> words, int each) {
        var parameters = new LinkedHashMap<String, Object>();
        var condition = words.stream().map(word -> word.condition(parameters)).collect(Collectors.joining(" and "));
        var phrase = SearchWord.escaped(words.stream().map(SearchWord::text).collect(Collectors.joining(" ")));
        parameters.put("begins", phrase + "%");
        parameters.put("has", "%" + phrase + "%");
        return ranked("""
            with candidates as materialized (select id from content_entries where %s),
            found as ((select id from candidates limit :looked) union (select id from content_entries where %s like :begins limit :looked))
            """.formatted(condition, TITLE),
            "case when %1$s like :begins then 0 when %1$s like :has then 1 else 2 end".formatted(TITLE), parameters, LOOKED_AT, each, false);
    }

    private Findings similar(List<SearchWord> words, String least, int each) {
        var parameters = new LinkedHashMap<String, Object>();
        words.stream().filter(word -> word.text().length() > 2).forEach(word -> parameters.put("word" + parameters.size(), word.text()));
        if (parameters.isEmpty()) {
            return new Findings(List.of(), true, true);
        }
        database.sql("select set_config('pg_trgm.word_similarity_threshold', ?, true)").param(least).query().singleRow();
        var names = List.copyOf(parameters.keySet());
        return ranked("""
            with candidates as materialized (select id from content_entries where %s), found as (select id from candidates limit :looked)
            """.formatted(each(names, ":%s <%% search", " and ")), "-(" + each(names, "word_similarity(:%s, search)", " + ") + ")", parameters, SIMILAR, each, true);
    }

    private static String each(List<String> names, String sql, String between) {
        return names.stream().map(sql::formatted).collect(Collectors.joining(between));
    }

    private Findings ranked(String found, String rank, Map<String, Object> parameters, int most, int each, boolean similar) {
        parameters.put("looked", most + 1);
        parameters.put("each", each);
        var rows = database.sql(found + """
                select * from (
                  select *, row_number() over (partition by type order by state = 'archived', rank, changed_at desc, id) as place,
                         count(*) over (partition by type) as of_type, min(rank) over (partition by type) as best
                  from (select %s, %s as rank from found join content_entries using (id)) ranked) placed
                where place <= :each order by best, type, place""".formatted(COLUMNS, rank)).params(parameters).query(Search::finding).list();
        var ofTypes = rows.stream().collect(Collectors.toMap(row -> row.entry().type(), Finding::ofType, (one, other) -> one)).values();
        return new Findings(rows, similar, ofTypes.stream().mapToInt(Integer::intValue).sum() <= most);
    }

    private static Finding finding(ResultSet row, int number) throws SQLException {
        return new Finding(Entry.read(row, number), row.getInt("of_type"));
    }
}
