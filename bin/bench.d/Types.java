import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;

/**
 * Makes an entry of every type in every state at the desk, copies them to a large catalogue, and writes down how long one
 * waits for each type's lists, filter, search and editor. Every page that is timed must show what the database says.
 * Arguments: the first admin's link, the database, the seed, how many entries, how many times.
 */
class Types {

    private static final int CATEGORIES = 200;
    private static final Pattern ROW = Pattern.compile("id=\"entry-([0-9a-f-]{36})\"");
    /** How many in a hundred are in each state. */
    private static final Map<String, Integer> STATES = new LinkedHashMap<>();
    static {
        STATES.put("first", 70);
        STATES.put("changed", 10);
        STATES.put("draft", 18);
        STATES.put("archived", 2);
    }
    private static final Map<String, String[]> TABLES = Map.of(
        "billing/products", new String[] {"billing_products", "product_id"}, "resources/collections", new String[] {"resource_collections", "collection_id"},
        "usecases/categories", new String[] {"usecase_categories", "category_id"}, "usecases/case-studies", new String[] {"usecase_case_studies", "case_id"},
        "settings/sections", new String[] {"settings_sections", "section_id"}, "announcements", new String[] {"admin_announcements", "announcement_id"},
        "shorts/prompts", new String[] {"shorts_prompts", "prompt_id"}, "shorts/faqs", new String[] {"shorts_faqs", "faq_id"});

    private final Waits waits = new Waits();
    private final Person person;
    private final Person stranger;
    private final Samples samples;
    private final Connection database;
    private long checked;

    private Types(Person person, Connection database) {
        this.person = person;
        stranger = Person.stranger(person.home);
        this.database = database;
        samples = new Samples(person);
    }

    public static void main(String[] arguments) throws Exception {
        try (var database = DriverManager.getConnection(arguments[1], "maru", "none")) {
            var types = new Types(Person.arriving(URI.create(arguments[0])), database);
            types.fill(Integer.parseInt(arguments[3]));
            types.measure(new Random(Long.parseLong(arguments[2])), Integer.parseInt(arguments[4]));
            System.exit(types.report() ? 0 : 1);
        }
    }

    // ---- the catalogue

    private void fill(int count) throws Exception {
        long begun = System.nanoTime();
        for (var type : Samples.ALL) {
            for (var state : STATES.keySet()) sample(type, state);
        }
        while (!texts("select entry_id::text from content_checks where answered < wished").isEmpty()) Thread.sleep(50);
        database.setAutoCommit(false);
        var copies = new Copies(database);
        for (var type : Samples.ALL) {
            int most = type.path().equals(Samples.CATEGORIES) ? CATEGORIES : (count - CATEGORIES) / (Samples.ALL.size() - 1);
            for (var state : STATES.entrySet()) {
                copies.copy(new Copies.Original(samples.id(type, slug(state.getKey())), title(state.getKey()), slug(state.getKey()), TABLES.get(type.path())[0],
                    TABLES.get(type.path())[1]), most * state.getValue() / 100, type.within() ? samples.first() : null, CATEGORIES * STATES.get("first") / 100);
            }
        }
        copies.finish();
        database.commit();
        database.setAutoCommit(true);
        try (var statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
        System.out.printf("%s entries of %d types in %d s%n", texts("select count(*) from content_entries").getFirst(), Samples.ALL.size(), (System.nanoTime() - begun) / 1_000_000_000);
    }

    private void sample(Samples.Type type, String state) throws Exception {
        var id = samples.create(type, title(state), slug(state));
        if (state.equals("first") || state.equals("changed")) samples.publish(type, id);
        if (state.equals("changed")) samples.change(type, id);
        if (state.equals("archived")) samples.archive(type, id);
    }

    private static String title(String state) {
        return "견본 " + state;
    }

    private static String slug(String state) {
        return "sample-" + state;
    }

    // ---- the desk

    private void measure(Random random, int times) throws Exception {
        var pages = new LinkedHashMap<String, Callable<Void>>();
        for (var type : Samples.ALL) {
            pages.put(type.path() + " list, first page", list(type, "", "", false));
            pages.put(type.path() + " list, last page", list(type, "backward", "", true));
            pages.put(type.path() + " list, changed only", list(type, "state=changed", "and own.state = 'changed'", false));
            pages.put(type.path() + " search, common word", search(type, "이야기"));
            pages.put(type.path() + " search, one in twenty", search(type, "가게"));
            if (!type.path().equals(Samples.CATEGORIES)) pages.put(type.path() + " search, rare word", search(type, "다람"));
            if (type.within()) {
                var category = Copies.id(samples.first().toString(), 1 + random.nextInt(100));
                pages.put(type.path() + " list, one category", list(type, "category=" + category, "and own.facets ->> 'category' = '" + category + "'", false));
            }
            var open = texts("select entry_id::text from content_entries where type = '" + type.path() + "' and state = 'published' order by id");
            pages.put(type.path() + " editor", editor(type, open.get(random.nextInt(open.size()))));
        }
        System.out.println("warming up");
        for (int i = 0; i < times; i++) {
            for (var page : pages.values()) page.call();
            stranger.reference();
        }
        checked = 0;
        waits.time("sign-in page (no database)", times, stranger::reference);
        pages.forEach((name, page) -> waits.time(name, times, page));
    }

    private Callable<Void> search(Samples.Type type, String word) throws SQLException {
        return list(type, "search=" + Person.encoded(word), "and (own.title like '%1$s' or own.keywords like '%1$s')".formatted("%" + word + "%"), false);
    }

    /** A page of the list, which must hold just the entries that the database says, in its order. */
    private Callable<Void> list(Samples.Type type, String query, String condition, boolean last) throws SQLException {
        var order = type.path().equals("announcements") ? List.of("own.changed_at desc", "own.id desc")
            : type.within() ? List.of("parent.display_order", "parent.id", "own.display_order", "own.id") : List.of("own.display_order", "own.id");
        var turned = order.stream().map(column -> column.endsWith(" desc") ? column.replace(" desc", "") : column + " desc").toList();
        var wanted = texts("select own.entry_id::text from content_entries own left join content_entries parent on parent.entry_id = own.parent_id where own.type = '"
            + type.path() + "' and own.state <> 'archived' " + condition + " order by " + String.join(", ", last ? turned : order) + " limit 25");
        if (wanted.isEmpty()) throw new IllegalStateException("Nothing to find by " + query + " in " + type.path());
        var shown = last ? wanted.reversed() : wanted;
        return () -> {
            var page = Person.expect(200, person.get("/" + type.path() + "?" + query));
            if (!ROW.matcher(page.body()).results().map(row -> row.group(1)).toList().equals(shown)) {
                throw new IllegalStateException(type.path() + "?" + query + " does not show " + shown + "\n" + page.body());
            }
            checked++;
            return null;
        };
    }

    private Callable<Void> editor(Samples.Type type, String id) throws SQLException {
        var own = new ArrayList<>(texts("select found[1] from content_revisions, regexp_matches(body::text, '\"id\": \"([0-9a-f-]{36})\"', 'g') found where entry_id = '" + id + "'"));
        own.add(id);
        return () -> {
            var page = Person.expect(200, person.get("/" + type.path() + "/" + id)).body();
            if (!own.stream().allMatch(page::contains)) throw new IllegalStateException("Something of " + own + " is missing\n" + page);
            checked++;
            return null;
        };
    }

    private boolean report() {
        waits.print(List.of("sign-in page (no database)"));
        waits.demandPages();
        return waits.verdict(checked);
    }

    private List<String> texts(String sql) throws SQLException {
        return Rows.texts(database, sql);
    }
}
