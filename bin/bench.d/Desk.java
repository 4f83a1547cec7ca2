import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Works at a desk with a large catalogue and writes down how long it waits for each answer, whole, over loopback.
 * {@code seed URL SEED COUNT} fills the database; {@code measure LINK URL SEED COUNT TIMES} signs in by the first admin's
 * link and measures. Every page that is timed must say what it should.
 */
class Desk {

    private static final int ROUNDS = 5;
    private static final String PLANS = "/billing/products";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ROW = Pattern.compile("id=\"entry-([0-9a-f-]{36})\"");
    private static final String[] PROVIDERS = {"stripe", "toss", "paypal", "manual", "stripe"};

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).build();
    private final HttpClient stranger = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Map<String, List<Long>> waits = new LinkedHashMap<>();
    private final AtomicLong checked = new AtomicLong();
    private final List<String> missed = new ArrayList<>();
    private final URI home;
    private final Connection database;
    private final int times;
    private String token = "";

    private Desk(URI home, Connection database, int times) {
        this.home = home;
        this.database = database;
        this.times = times;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("seed")) {
            seed(arguments[1], arguments[2], arguments[3]);
            return;
        }
        var link = URI.create(arguments[1]);
        try (var database = DriverManager.getConnection(arguments[2], "maru", "none")) {
            var desk = new Desk(link.resolve("/"), database, Integer.parseInt(arguments[5]));
            desk.arrive(link);
            desk.measure(Long.parseLong(arguments[3]));
            System.exit(desk.report() ? 0 : 1);
        }
    }

    private static void seed(String url, String seed, String count) throws SQLException, IOException {
        long begun = System.nanoTime();
        try (var database = DriverManager.getConnection(url, "maru", "none"); var statement = database.createStatement()) {
            database.setAutoCommit(false);
            statement.execute(Files.readString(Path.of("bin/bench.d/catalogue.sql")).replace("{seed}", seed).replace("{count}", count));
            database.commit();
            database.setAutoCommit(true);
            statement.execute("vacuum analyze");
        }
        System.out.printf("%s products in %d s%n", count, (System.nanoTime() - begun) / 1_000_000_000);
    }

    // ---- at the desk

    private void arrive(URI link) throws Exception {
        read(get(link.toString()));
        expect(302, post("/first-admin", form("token", link.getQuery().replaceFirst("^token=", ""), "name", "Bench", "password", "correct horse battery")));
    }

    private void measure(long seed) throws Exception {
        var plan = new Plan(new Random(seed));
        read(get(PLANS + "/new"));
        plan.create();

        var pages = new LinkedHashMap<String, Callable<Void>>();
        pages.put("list, first page", list("", "display_order, id", "", 25));
        pages.put("list, last page", list("?backward", "display_order desc, id desc", "", 25));
        pages.put("list, by title", list("?sort=title", "title, id", "", 25));
        pages.put("list, changed only", list("?state=changed", "display_order, id", "and state = 'changed'", 25));
        pages.put("search, common word", search("요금"));
        pages.put("search, one in twenty", search("가게"));
        pages.put("search, rare word", search("다람"));
        pages.put("search, two words", search("팀 구독"));
        pages.put("search everywhere, common word", everywhere("요금", "요금제"));
        pages.put("search everywhere, rare word", everywhere("다람", "다람쥐"));
        pages.put("search everywhere, two words", everywhere("팀 구독", "구독"));
        pages.put("search everywhere, first letters", everywhere("ㄷㄹㅈ", "다람쥐"));
        pages.put("search everywhere, rare typo", everywhere("다람지", "다람쥐"));
        pages.put("search everywhere, common typo", everywhere("요굼", "요금제"));
        pages.put("editor, 20 children", plan::open);

        System.out.println("warming up");
        for (int i = 0; i < Math.max(50, times / 2); i++) {
            for (var page : pages.values()) page.call();
            plan.save();
            plan.publish();
            reference();
        }
        time("sign-in page (no database)", times, this::reference);
        pages.forEach((name, page) -> time(name, times, page));
        pages.forEach((name, page) -> timeByFour(name + ", 4 clients", times, page));

        time("durable commit (PostgreSQL)", times, this::commit);
        var thousand = new Thousand();
        time("publish 1,000", Math.max(5, times / 30), thousand::undo, thousand::publish);
        long read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            time("save, 20 children", times / ROUNDS, plan::save);
            time("publish", times / ROUNDS, plan::saved, plan::publish);
            try (var readers = new Readers(8, "/api/v1" + PLANS + "/" + plan.slug)) {
                time("save, eight readers", times / ROUNDS, plan::save);
                time("publish, eight readers", times / ROUNDS, plan::saved, plan::publish);
                read += readers.count();
            }
        }
        System.out.printf("%d API answers were read beside%n", read);
        plan.check();
    }

    /** A page of the list, which must hold just the entries that the database says, in its order. */
    private Callable<Void> list(String query, String order, String condition, int most) throws SQLException {
        var wanted = new ArrayList<String>();
        try (var rows = database.createStatement().executeQuery("select entry_id from content_entries where type = 'billing/products' and state <> 'archived' "
            + condition + " order by " + order + " limit " + most)) {
            while (rows.next()) wanted.add(rows.getString(1));
        }
        var shown = query.contains("backward") ? wanted.reversed() : wanted;
        if (shown.isEmpty()) throw new IllegalStateException("Nothing to find by " + query + " " + condition);
        return () -> {
            var page = expect(200, get(PLANS + query));
            if (!ROW.matcher(page.body()).results().map(row -> row.group(1)).toList().equals(shown)) {
                throw new IllegalStateException(query + " does not show " + shown + "\n" + page.body());
            }
            checked.incrementAndGet();
            return null;
        };
    }

    private Callable<Void> search(String words) throws SQLException {
        var condition = new StringBuilder();
        for (var word : words.split(" ")) condition.append(" and (title like '%").append(word).append("%' or keywords like '%").append(word).append("%')");
        return list("?search=" + encoded(words), "display_order, id", condition.toString(), 25);
    }

    /** The page of the search over all types, which must name an entry with the word. */
    private Callable<Void> everywhere(String words, String found) {
        var title = Pattern.compile("class=\"title\"[^>]*>[^<]*" + found);
        return () -> {
            var page = expect(200, get("/search?q=" + encoded(words)));
            if (!title.matcher(page.body()).find()) throw new IllegalStateException(words + " does not find " + found + "\n" + page.body());
            checked.incrementAndGet();
            return null;
        };
    }

    /** A thousand drafts, which are published as one edition and taken back as one. */
    private final class Thousand {
        private static final Pattern BATCH = Pattern.compile("action=\"([^\"]+/batches/[^\"]+)\"");
        private String done = "";

        Void publish() throws Exception {
            var list = expect(302, post(PLANS + "/publications", form("_method", "put", "state", "draft", "_all", "true"))).headers().firstValue("Location").orElseThrow();
            done = list;
            checked.incrementAndGet();
            return null;
        }

        /** Outside of the time that is measured: looks whether it was one edition of a thousand, and takes it back. */
        void undo() {
            if (done.isEmpty()) return;
            try (var row = database.createStatement().executeQuery("select count(*) from publications where from_edition = (select edition from published_site)")) {
                row.next();
                if (row.getInt(1) != 1000) throw new IllegalStateException("One edition published " + row.getInt(1));
                var toast = BATCH.matcher(get(done).body());
                if (!toast.find()) throw new IllegalStateException("There is nothing to undo");
                expect(302, post(toast.group(1), form("_method", "delete")));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Void reference() throws Exception {
        var page = stranger.send(HttpRequest.newBuilder(home.resolve("/sign-in")).build(), BodyHandlers.ofString());
        if (!expect(200, page).body().contains("name=\"password\"")) throw new IllegalStateException(page.body());
        checked.incrementAndGet();
        return null;
    }

    private Void commit() throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute("create table if not exists bench_commits (at timestamptz)");
            statement.execute("insert into bench_commits values (now())");
        }
        checked.incrementAndGet();
        return null;
    }

    /** A product with twenty children, which is saved and published again and again by its whole form. */
    private final class Plan {
        final UUID id = UUID.randomUUID();
        final String slug = "bench-" + id;
        final Random random;
        final List<String> cards = new ArrayList<>();
        int version;
        int revision = 1;
        int editions;

        Plan(Random random) {
            this.random = random;
        }

        String address() {
            return PLANS + "/" + id;
        }

        void create() throws Exception {
            for (var children : List.of("features", "steps", "faqs", "checkoutLinks")) {
                for (int i = 0; i < 5; i++) cards.add(children + "." + UUID.randomUUID());
            }
            expect(302, post(PLANS, fields().append("&_entry=").append(id)));
        }

        StringBuilder fields() {
            var form = form("name", "스무 가지 요금제", "slug", slug, "headline", "헤드라인 " + random.nextInt(), "description", "**설명** " + random.nextInt(),
                "visibility", "public", "isActive", "true");
            for (int i = 0; i < cards.size(); i++) {
                var card = cards.get(i);
                add(form, "_order." + card.split("\\.")[0], card.split("\\.")[1]);
                switch (card.split("\\.")[0]) {
                    case "features" -> add(form, card, "label", "기능 " + i, "icon", "star", "description", "무엇이 되는지 적어요.");
                    case "steps" -> add(form, card, "title", "단계 " + i, "description", "무엇을 하는지 **적어요**.");
                    case "faqs" -> add(form, card, "question", "질문 " + i, "answer", "대답을 **적어요**.");
                    default -> add(form, card, "provider", PROVIDERS[i % 5], "interval", i % 5 == 4 ? "yearly" : "monthly", "ctaLabel", "결제 " + i,
                        "checkoutUrl", "https://pay.example/" + i, "successUrl", "/welcome", "cancelUrl", "/pricing", "trialDays", "7");
                }
            }
            return form;
        }

        Void save() throws Exception {
            expect(302, post(address(), fields().append("&_method=put&_version=").append(version).append("&_base=").append(revision)));
            version++;
            revision++;
            checked.incrementAndGet();
            return null;
        }

        /** Makes something that can be published, outside of the time that is measured. */
        void saved() {
            try {
                save();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        Void publish() throws Exception {
            expect(302, post(address() + "/publication", form("_method", "put")));
            editions++;
            checked.incrementAndGet();
            return null;
        }

        Void open() throws Exception {
            var page = expect(200, get(address())).body();
            for (var card : cards) {
                if (!page.contains(card.split("\\.")[1])) throw new IllegalStateException("A card is missing: " + card + "\n" + page);
            }
            checked.incrementAndGet();
            return null;
        }

        /** Everything that was acknowledged is there. */
        void check() throws SQLException {
            try (var row = database.createStatement().executeQuery("""
                select (select count(*) from content_revisions where entry_id = '%1$s'), (select count(*) from publications where entry_id = '%1$s'),
                       (select count(*) from billing_plan_features join billing_products on billing_products.id = product where product_id = '%1$s')""".formatted(id))) {
                row.next();
                if (row.getInt(1) != revision || row.getInt(2) != editions || row.getInt(3) != 5) {
                    throw new IllegalStateException("Saved %d times, published %d times, and found %d, %d".formatted(revision, editions, row.getInt(1), row.getInt(2)));
                }
            }
        }
    }

    /**
     * Clients of the published JSON, each asking for the same product as fast as it gets it. One thread of another program
     * serves all of them, so that on few cores it is the server's work that is measured and not theirs.
     */
    private final class Readers implements AutoCloseable {
        private final Process wrk;

        Readers(int count, String path) throws IOException {
            wrk = new ProcessBuilder("wrk", "-t1", "-c" + count, "-d1h", home.resolve(path).toString()).redirectErrorStream(true).start();
        }

        /** Stops them and says how many answers they got. */
        long count() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", String.valueOf(wrk.pid())).start().waitFor();
            var said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var answers = Pattern.compile("(\\d+) requests in").matcher(said);
            if (!answers.find() || Long.parseLong(answers.group(1)) < 100 || said.contains("Non-2xx") || said.contains("Socket errors")) {
                throw new IllegalStateException("The readers did not read:\n" + said);
            }
            return Long.parseLong(answers.group(1));
        }

        @Override
        public void close() {
            wrk.destroy();
        }
    }

    // ---- the clock

    private record Times(long[] sorted) {
        static Times of(List<Long> nanos) {
            return new Times(nanos.stream().mapToLong(Long::longValue).sorted().toArray());
        }

        double at(double share) {
            return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] / 1e6;
        }

        double median() {
            return at(0.5);
        }
    }

    private void time(String name, int count, Callable<Void> act) {
        time(name, count, () -> { }, act);
    }

    private void time(String name, int count, Runnable before, Callable<Void> act) {
        var nanos = waits.computeIfAbsent(name, first -> new ArrayList<>());
        for (int i = 0; i < count; i++) {
            before.run();
            nanos.add(timed(act));
        }
    }

    private void timeByFour(String name, int count, Callable<Void> act) {
        try (var clients = Executors.newFixedThreadPool(4)) {
            var all = new ArrayList<Callable<Long>>();
            for (int i = 0; i < count; i++) all.add(() -> timed(act));
            var nanos = new ArrayList<Long>();
            for (var answer : clients.invokeAll(all)) nanos.add(answer.get());
            waits.put(name, nanos);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long timed(Callable<Void> act) {
        try {
            long begun = System.nanoTime();
            act.call();
            return System.nanoTime() - begun;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean report() {
        System.out.printf("%n%-32s %6s %9s %9s %9s %8s%n", "", "n", "median", "p95", "p99", "ratio");
        var results = new LinkedHashMap<String, Times>();
        waits.forEach((name, nanos) -> results.put(name, Times.of(nanos)));
        var reference = results.get("sign-in page (no database)");
        for (var result : results.entrySet()) {
            if (result.getKey().startsWith("durable")) {
                reference = result.getValue();
                System.out.println();
            }
            var time = result.getValue();
            System.out.printf("%-32s %6d %6.2f ms %6.2f ms %6.2f ms %7.2f%n", result.getKey(), time.sorted.length, time.median(), time.at(0.95), time.at(0.99),
                time.median() / reference.median());
        }
        results.keySet().stream().filter(name -> name.matches("(list|search|search everywhere|editor),.*") && !name.endsWith("clients")).forEach(name -> {
            demand(name + " median", results.get(name).median(), 20);
            demand(name + " p95", results.get(name).at(0.95), 50);
        });
        demand("save median", results.get("save, 20 children").median(), 15);
        demand("save p99", results.get("save, 20 children").at(0.99), 40);
        demand("publish median", results.get("publish").median(), 15);
        demand("publish 1,000 p95", results.get("publish 1,000").at(0.95), 5000);
        demand("save slower by readers", results.get("save, eight readers").median() / results.get("save, 20 children").median(), 1.5);
        demand("publish slower by readers", results.get("publish, eight readers").median() / results.get("publish").median(), 1.5);
        System.out.printf("%n%d answers were timed, and each said what it should.%n", checked.get());
        System.out.println(missed.isEmpty() ? "Every target is reached." : "Missed: " + String.join("; ", missed));
        return missed.isEmpty() && checked.get() > 0;
    }

    private void demand(String what, double value, double most) {
        if (value > most) missed.add("%s %.2f, not %s".formatted(what, value, most));
    }

    // ---- HTTP

    private static StringBuilder form(String... fields) {
        var form = new StringBuilder();
        for (int i = 0; i < fields.length; i += 2) add(form, fields[i], fields[i + 1]);
        return form;
    }

    private static void add(StringBuilder form, String name, String value) {
        form.append(form.isEmpty() ? "" : "&").append(encoded(name)).append('=').append(encoded(value));
    }

    private static void add(StringBuilder form, String card, String... fields) {
        for (int i = 0; i < fields.length; i += 2) add(form, card + "." + fields[i], fields[i + 1]);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(HttpRequest.newBuilder(home.resolve(address)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String address, StringBuilder form) throws Exception {
        add(form, "_csrf", token);
        return client.send(HttpRequest.newBuilder(home.resolve(address)).header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form.toString())).build(), BodyHandlers.ofString());
    }

    private void read(HttpResponse<String> page) {
        var found = TOKEN.matcher(page.body());
        if (!found.find()) throw new IllegalStateException(page + " has no form:\n" + page.body());
        token = found.group(1);
    }

    private static HttpResponse<String> expect(int status, HttpResponse<String> answer) {
        if (answer.statusCode() != status) throw new IllegalStateException(answer + "\n" + answer.body());
        return answer;
    }
}
