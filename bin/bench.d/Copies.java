import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Copies an entry in every table that knows of it, as often as wished, each copy with ids, a place and a name of its own.
 * What a number stands in for, such as {@code "#7"}, is put there by the query that reads the rows.
 */
class Copies {

    private static final int AT_ONCE = 200;
    private static final Pattern OWN = Pattern.compile("\"id\": \"([0-9a-f-]{36})\"");
    private static final Pattern NUMBER = Pattern.compile("\"#(\\d+)\"");
    private static final String[] WHO = "혼자 함께 작은 넓은 새로운 오래된 가벼운 든든한 빠른 느긋한 처음 바쁜".split(" ");
    private static final String[] WHOM = ("창작자 팀 회사 학교 가게 기자 강사 모임 방송국 연구실 디자이너 마케터 개발자 작가 영화관 Creator Team Studio Agency").split(" ");
    private static final String[] WHAT = "이야기 이야기 이야기 소식 소식 안내 안내 모음 질문".split(" ");

    private final Connection database;
    private final Set<String> multiplied = new LinkedHashSet<>();
    /** How many copies there are of each type, by its own table. */
    private final Map<String, Integer> numbers = new HashMap<>();

    Copies(Connection database) {
        this.database = database;
    }

    /** An entry that is copied, and its own table. */
    record Original(UUID id, String title, String slug, String table, String key) {}

    /** A table: which rows are the entry's, which columns are left to the database, and what stands in for the others that differ. */
    private record Part(String table, String rows, String left, String instead) {}

    /**
     * Copies an entry.
     *
     * @param shared the uuid that the copies are to share in turn among that many copies of another entry; null for none
     */
    void copy(Original original, int times, UUID shared, int sharing) throws SQLException {
        var parts = parts(original);
        var own = own(original);
        int last = numbers.getOrDefault(original.table, 0);
        for (var part : parts) {
            insert(part, original, own, last, times, shared, sharing);
            multiplied.add(part.table);
        }
        numbers.put(original.table, last + times);
    }

    private List<Part> parts(Original original) throws SQLException {
        var id = "entry_id = '" + original.id + "'";
        var parts = new ArrayList<>(List.of(
            new Part("content_entries", id, "id", "'display_order', '@', 'changed_at', '~'"),
            new Part("content_revisions", id, "id revision_id", ""),
            new Part("publications", id, "id publication_id", "'display_order', '@'"),
            new Part("content_checks", id, "id", ""),
            new Part(original.table, original.key + " = '" + original.id + "'", "", ordered(original) ? "'id', '#' || id, 'display_order', '@'" : "'id', '#' || id")));
        try (var rows = query("select conrelid::regclass::text, quote_ident(attname) from pg_constraint join pg_attribute on attrelid = conrelid and attnum = conkey[1] "
            + "where contype = 'f' and confrelid = '" + original.table + "'::regclass and atttypid = 'bigint'::regtype")) {
            while (rows.next()) {
                parts.add(new Part(rows.getString(1), "%s = (select id from %s where %s = '%s')".formatted(rows.getString(2), original.table, original.key, original.id),
                    "id", "'%s', '#' || %s".formatted(rows.getString(2).replace("\"", ""), rows.getString(2))));
            }
        }
        return parts;
    }

    private boolean ordered(Original original) throws SQLException {
        return !texts("select 1 from information_schema.columns where column_name = 'display_order' and table_name = '" + original.table + "'").isEmpty();
    }

    /** The ids of the entry and its children. */
    private List<String> own(Original original) throws SQLException {
        var own = new ArrayList<>(List.of(original.id.toString()));
        for (var body : texts("select body::text from content_revisions where entry_id = '" + original.id + "'")) {
            own.addAll(OWN.matcher(body).results().map(found -> found.group(1)).toList());
        }
        return own.stream().distinct().toList();
    }

    private void insert(Part part, Original original, List<String> own, int last, int times, UUID shared, int sharing) throws SQLException {
        var originals = texts("select (to_jsonb(part) || jsonb_build_object(" + part.instead + "))::text from " + part.table + " part where " + part.rows);
        var columns = texts("select quote_ident(column_name) from information_schema.columns where table_name = '" + part.table + "' and is_generated = 'NEVER' "
            + "and column_name <> all (string_to_array('" + part.left + "', ' '))");
        var values = String.join(", ", columns).replaceFirst("\\bhash\\b", "rtrim(translate(encode(sha256(convert_to(body, 'UTF8')), 'base64'), '+/', '-_'), '=')");
        try (var insert = database.prepareStatement("insert into %1$s (%2$s) overriding system value select %3$s from jsonb_populate_recordset(null::%1$s, ?::jsonb)"
            .formatted(part.table, String.join(", ", columns), values))) {
            for (int i = 0; i < times && !originals.isEmpty(); i += AT_ONCE) {
                var rows = new ArrayList<String>();
                for (int copy = i; copy < Math.min(times, i + AT_ONCE); copy++) {
                    int number = last + copy + 1;
                    originals.forEach(row -> rows.add(row(row, original, own, number, shared, sharing)));
                }
                insert.setString(1, "[" + String.join(",", rows) + "]");
                insert.executeUpdate();
            }
        }
    }

    private static String row(String row, Original original, List<String> own, int number, UUID shared, int sharing) {
        var copy = row;
        for (var id : own) copy = copy.replace(id, id(id, number));
        if (shared != null) copy = copy.replace(shared.toString(), id(shared.toString(), 1 + number % sharing));
        if (original.slug != null) copy = copy.replace(original.slug, original.slug + "-" + number);
        copy = copy.replace(original.title, name(number)).replace("\"@\"", Integer.toString(number * 1024))
            .replace("\"~\"", "\"2026-01-%02dT%02d:%02d:%02dZ\"".formatted(1 + number / 86400 % 28, number / 3600 % 24, number / 60 % 60, number % 60));
        return NUMBER.matcher(copy).replaceAll((MatchResult found) -> Long.toString(Long.parseLong(found.group(1)) + number * 1000L));
    }

    static String id(String of, int number) {
        return UUID.nameUUIDFromBytes((of + number).getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String name(int number) {
        return WHO[number / 7 % WHO.length] + " " + (number % 5000 == 77 ? "다람쥐" : WHOM[number % WHOM.length]) + " " + WHAT[number / 3 % WHAT.length] + " " + number;
    }

    /** Lets the identities go on behind the copies. */
    void finish() throws SQLException {
        for (var table : multiplied) {
            texts("select setval(pg_get_serial_sequence('%1$s', 'id'), (select max(id) from %1$s))::text".formatted(table));
        }
    }

    private List<String> texts(String sql) throws SQLException {
        var texts = new ArrayList<String>();
        try (var rows = query(sql)) {
            while (rows.next()) texts.add(rows.getString(1));
        }
        return texts;
    }

    private ResultSet query(String sql) throws SQLException {
        var statement = database.createStatement();
        statement.closeOnCompletion();
        return statement.executeQuery(sql);
    }
}
