import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills the house with what a company has after some years, and writes down how long an admin waits for each page. Every
 * page that is timed must say what the database says. Arguments: the first admin's link, the database, the seed, how many
 * people, how many samples of metrics, how many times.
 */
class House {

    private static final int EVENTS = 51;
    private static final Pattern SCAN = Pattern.compile("(?:Index|Index Only|Seq|Bitmap Heap) Scan .*actual rows=([0-9.]+)");

    private final Waits waits = new Waits();
    private final Person person;
    private final Person stranger;
    private final Connection database;
    private long checked;

    private House(Person person, Connection database) {
        this.person = person;
        stranger = Person.stranger(person.home);
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        try (var database = DriverManager.getConnection(arguments[1], "maru", "none")) {
            var house = new House(Person.arriving(URI.create(arguments[0])), database);
            house.fill(arguments[2], arguments[3], arguments[4]);
            house.measure(new Random(Long.parseLong(arguments[2])), Integer.parseInt(arguments[5]));
            System.exit(house.report() ? 0 : 1);
        }
    }

    private void fill(String seed, String people, String samples) throws Exception {
        long begun = System.nanoTime();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.execute(Files.readString(Path.of("bin/bench.d/house.sql")).replace("{seed}", seed).replace("{people}", people).replace("{samples}", samples));
            database.commit();
            database.setAutoCommit(true);
            while (!texts("select 'waits' from auth_audit_unsealed limit 1").isEmpty()) Thread.sleep(500); // until the log is sealed, which is work that a house does once
            statement.execute("vacuum analyze");
        }
        for (var table : List.of("profiles", "profile_invoices", "auth_audit_logs", "projects", "admin_tasks", "admin_task_comments", "admin_system_metrics", "admin_metric_hours")) {
            System.out.printf("%s %s, ", texts("select count(*) from " + table).getFirst(), table);
        }
        System.out.printf("in %d s%n", (System.nanoTime() - begun) / 1_000_000_000);
    }

    /** The first page of events reads no more than a page from each arm of their view, however many there are. */
    private void arms() throws SQLException {
        var scans = texts("explain (analyze, timing off) select * from admin_recent_events order by occurred_at desc, subject_id desc limit " + EVENTS).stream()
            .map(SCAN::matcher).filter(Matcher::find).map(scan -> Double.parseDouble(scan.group(1))).toList();
        System.out.println("rows read from each arm for the first page of events: " + scans);
        if (scans.size() != 3 || scans.stream().anyMatch(rows -> rows > EVENTS)) throw new IllegalStateException("More than a page of an arm is read: " + scans);
    }

    private void measure(Random random, int times) throws Exception {
        arms();
        var pages = pages(random);
        System.out.println("warming up");
        for (int i = 0; i < times; i++) {
            for (var page : pages.values()) page.call();
            stranger.reference();
        }
        checked = 0;
        waits.time("sign-in page (no database)", times, stranger::reference);
        pages.forEach((name, page) -> waits.time(name, times, page));
    }

    private Map<String, Callable<Void>> pages(Random random) throws SQLException {
        var pages = new LinkedHashMap<String, Callable<Void>>();
        people(pages, random);
        tasks(pages, random);
        events(pages, random);
        pages.put("dashboard", page("/", "select title from admin_tasks where assignee_profile_id = (select profile_id from staff order by id limit 1)"
            + " and status in ('open', 'in_progress') order by due_at, urgency desc, id limit 6"));
        metrics(pages, random);
        audit(pages, random);
        return pages;
    }

    private void audit(Map<String, Callable<Void>> pages, Random random) throws SQLException {
        var whose = "select coalesce(nullif(name, ''), email) from profiles where id in (select profile_id from auth_audit_logs where %s order by created_at desc, log_id desc limit 20)";
        pages.put("audit", page("/audit", whose.formatted("true")));
        pages.put("audit, failed sign-ins", page("/audit?event=login_failure", whose.formatted("event = 'login_failure'")));
        pages.put("audit, a day", page("/audit?from=2026-10-25&until=2026-10-25", "select coalesce(nullif(name, ''), email) from profiles where id in (select profile_id from auth_audit_logs"
            + " where created_at < timestamptz '2026-10-25 15:00Z' order by created_at desc, log_id desc limit 20)"));
        var one = one(random, "select id::text from profiles where email like 'person-%'");
        pages.put("audit of a person", page("/audit?about=/profiles/" + one, "select name from profiles where id = '" + one + "'"));
    }

    private void people(Map<String, Callable<Void>> pages, Random random) throws SQLException {
        var newest = " order by coalesce(joined_at, created_at) desc, id desc";
        pages.put("people, first page", page("/profiles", "select email from profiles" + newest + " limit 25"));
        var middle = one(random, "select id::text from profiles where email like 'person-%'");
        pages.put("people, another page", page("/profiles?after=" + middle, "select email from profiles where (coalesce(joined_at, created_at), id) < "
            + "(select coalesce(joined_at, created_at), id from profiles where id = '" + middle + "')" + newest + " limit 25"));
        pages.put("people, suspended only", page("/profiles?status=suspended", "select email from profiles where status = 'suspended'" + newest + " limit 25"));
        for (var word : List.of("스튜디오", "다람쥐", "person-4711@")) {
            pages.put("people, search " + word, page("/profiles?search=" + Person.encoded(word), "select email from profiles where search like '%' || lower(normalize('" + word + "', NFD)) || '%'" + newest + " limit 25"));
        }
        var one = one(random, "select profile_id::text from profile_billing_plans join profiles on profiles.id = profile_id where email like 'person-%'");
        pages.put("person", page("/profiles/" + one, "select invoice_number from profile_invoices where profile_id = '" + one + "' order by issued_date desc, id desc limit 5"));
        pages.put("person's invoices", page("/profiles/" + one + "/invoices", "select invoice_number from profile_invoices where profile_id = '" + one + "'"));
    }

    private void tasks(Map<String, Callable<Void>> pages, Random random) throws SQLException {
        var next = " order by due_at, urgency desc, id limit ";
        pages.put("tasks, board", page("/tasks", "(select title from admin_tasks where status = 'open'" + next + "50) union all (select title from admin_tasks where status = 'in_progress'" + next + "50)"));
        pages.put("tasks, board, search", page("/tasks?search=" + Person.encoded("다람쥐"), "select title from admin_tasks where status = 'open' and search like '%' || normalize('다람쥐', NFD) || '%'" + next + "50"));
        pages.put("tasks, list", page("/tasks?view=list", "select title from admin_tasks where status in ('open', 'in_progress')" + next + "50"));
        pages.put("tasks, list, overdue", page("/tasks?view=list&whose=overdue", "select title from admin_tasks where status in ('open', 'in_progress') and due_at < now()" + next + "50"));
        pages.put("tasks, list, page 40", page("/tasks?view=list&page=40", "select title from admin_tasks where status in ('open', 'in_progress')" + next + "50 offset 1950"));
        pages.put("tasks, list, done", page("/tasks?view=list&status=done", "select title from admin_tasks where status = 'done' order by status_changed_at desc, id desc limit 50"));
        var about = one(random, "select task_id::text from admin_tasks where subject_type = 'profiles'");
        pages.put("task", page("/tasks/" + about, "select title from admin_tasks where task_id = '" + about + "'"));
    }

    private void events(Map<String, Callable<Void>> pages, Random random) throws SQLException {
        pages.put("events, first page", page("/events", moments("true")));
        for (var kind : List.of("sign_in", "payment", "project")) {
            pages.put("events, " + kind, page("/events?kind=" + kind, moments("kind = '" + kind + "'")));
        }
        pages.put("events, failed", page("/events?kind=failed", moments("failed")));
        var one = one(random, "select id::text from profiles where email like 'person-%'");
        pages.put("events, one person", page("/events?person=" + one, moments("actor_profile_id = '" + one + "'")));
        pages.put("events, a week long ago", page("/events?from=2026-09-01&until=2026-09-07",
            moments("occurred_at >= '2026-09-01T00:00+09' and occurred_at < '2026-09-08T00:00+09'")));
        pages.put("events, looking for somebody", page("/events?who=" + Person.encoded("다람쥐"),
            "select name from profiles where company like '%다람쥐%' order by coalesce(joined_at, created_at) desc, id desc limit 1"));
    }

    private void metrics(Map<String, Callable<Void>> pages, Random random) throws SQLException {
        pages.put("metrics", page("/metrics", "select '/metrics/' || metric_key from admin_metric_definitions where archived_at is null"));
        var own = "bench." + (1 + random.nextInt(100));
        for (var key : List.of("delivery.requests", own)) {
            for (var range : List.of("day", "week", "month", "year")) {
                pages.put("metric, " + (key.equals(own) ? "own, " : "") + range, page("/metrics/" + key + "?range=" + range,
                    "select metric_key from admin_metric_definitions where metric_key = '" + key + "'", "<table class=\"metrics-table\">"));
            }
        }
        pages.put("metric, a week as CSV", page("/metrics/" + own + "/csv?range=week",
            "select to_char(hour at time zone 'Asia/Seoul', 'YYYY-MM-DD\"T\"HH24') from admin_metric_hours where metric_key = '" + own + "' and hour > now() - interval '5 days'"));
    }

    /** The moments of the first of these events, as pages have them; not of those that came in during the measurement. */
    private static String moments(String condition) {
        return "select to_char(occurred_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') from admin_recent_events where " + condition
            + " and occurred_at = date_trunc('second', occurred_at) order by occurred_at desc, subject_id desc limit 10";
    }

    /** A page, which must say everything that the database answers. */
    private Callable<Void> page(String address, String sql, String... also) throws SQLException {
        var wanted = texts(sql);
        wanted.addAll(List.of(also));
        if (wanted.size() == also.length) throw new IllegalStateException("Nothing to find by " + sql);
        return () -> {
            var page = Person.expect(200, person.get(address)).body();
            for (var text : wanted) {
                if (!page.contains(text)) throw new IllegalStateException(address + " does not say " + text + "\n" + page);
            }
            checked++;
            return null;
        };
    }

    private boolean report() {
        waits.print(List.of("sign-in page (no database)"));
        waits.demand(name -> true, 50, 100);
        return waits.verdict(checked);
    }

    private String one(Random random, String sql) throws SQLException {
        var all = texts(sql);
        return all.get(random.nextInt(all.size()));
    }

    private List<String> texts(String sql) throws SQLException {
        return Rows.texts(database, sql);
    }
}
