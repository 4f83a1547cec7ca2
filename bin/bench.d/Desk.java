import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
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
    private static final Pattern ROW = Pattern.compile("id=\"entry-([0-9a-f-]{36})\"");
    private static final String[] PROVIDERS = {"stripe", "toss", "paypal", "manual", "stripe"};

    private final Waits waits = new Waits();
    private final AtomicLong checked = new AtomicLong();
    private final Person person;
    private final Person stranger;
    private final Connection database;
    private final int times;

    private Desk(Person person, Connection database, int times) {
        this.person = person;
        stranger = Person.stranger(person.home);
        this.database = database;
        this.times = times;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("seed")) {
            seed(arguments[1], arguments[2], arguments[3]);
            return;
        }
        try (var database = DriverManager.getConnection(arguments[2], "maru", "none")) {
            var desk = new Desk(Person.arriving(URI.create(arguments[1])), database, Integer.parseInt(arguments[5]));
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
            statement.execute("""
                insert into content_schedules (entry_id, action, revision, at, zone)
                  select entry_id, case when state = 'published' then 'unpublish' else 'publish' end, case when state <> 'published' then head end,
                         now() + interval '30 days' + id * interval '1 minute', 'Asia/Seoul'
                  from content_entries where state <> 'archived' and id % 10 = 0""");
            statement.execute("""
                insert into content_reviews (entry_id, revision, asked_at)
                  select entry_id, head, now() from content_entries where state = 'changed' and id % 7 = 0""");
            statement.execute("vacuum analyze");
        }
        System.out.printf("%s products in %d s%n", count, (System.nanoTime() - begun) / 1_000_000_000);
    }

    // ---- at the desk

    private void measure(long seed) throws Exception {
        var plan = new Plan(new Random(seed));
        plan.create();

        var pages = new LinkedHashMap<String, Callable<Void>>();
        pages.put("list, first page", list("", "display_order, id", "", 25));
        pages.put("list, last page", list("?backward", "display_order desc, id desc", "", 25));
        pages.put("list, by title", list("?sort=title", "title, id", "", 25));
        pages.put("list, changed only", list("?state=changed", "display_order, id", "and state = 'changed'", 25));
        pages.put("list, scheduled", list("?state=scheduled", "display_order, id", "and scheduled", 25));
        pages.put("list, in review", list("?state=in-review", "display_order, id", "and in_review", 25));
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
        for (int i = 0; i < Math.max(150, times / 2); i++) {
            for (var page : pages.values()) page.call();
            plan.keep();
            plan.save();
            plan.saveAll();
            plan.publish();
            stranger.reference();
        }
        waits.time("sign-in page (no database)", times, stranger::reference);
        pages.forEach((name, page) -> waits.time(name, times, page));
        pages.forEach((name, page) -> waits.timeByFour(name + ", 4 clients", times, page));

        waits.time("durable commit (PostgreSQL)", times, this::commit);
        var thousand = new Thousand();
        waits.time("publish 1,000", Math.max(5, times / 30), thousand::undo, thousand::publish);
        long read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            waits.time("save, 20 children", times / ROUNDS, plan::save);
            waits.time("save, each of 20 children", times / ROUNDS, plan::saveAll);
            waits.time("publish", times / ROUNDS, plan::saved, plan::publish);
            try (var readers = new Readers(8, "/api/v1" + PLANS + "/" + plan.slug)) {
                waits.time("save, eight readers", times / ROUNDS, plan::save);
                waits.time("save, each, eight readers", times / ROUNDS, plan::saveAll);
                waits.time("publish, eight readers", times / ROUNDS, plan::saved, plan::publish);
                read += readers.count();
            }
        }
        System.out.printf("%d API answers were read beside%n", read);
        waits.time("keep unsaved text", times, plan::keep);
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
            var page = Person.expect(200, person.get(PLANS + query));
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
        return list("?search=" + Person.encoded(words), "display_order, id", condition.toString(), 25);
    }

    /** The page of the search over all types, which must name an entry with the word. */
    private Callable<Void> everywhere(String words, String found) {
        var title = Pattern.compile("class=\"title\"[^>]*>[^<]*" + found);
        return () -> {
            var page = Person.expect(200, person.get("/search?q=" + Person.encoded(words)));
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
            var list = Person.expect(302, person.post(PLANS + "/publications", Person.form("_method", "put", "state", "draft", "_all", "true"))).headers().firstValue("Location").orElseThrow();
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
                var toast = BATCH.matcher(person.get(done).body());
                if (!toast.find()) throw new IllegalStateException("There is nothing to undo");
                Person.expect(302, person.post(toast.group(1), Person.form("_method", "delete")));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
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
        String other = "";
        UUID sitting;
        int base;
        int number;

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
            Person.expect(302, person.post(PLANS, fields().append("&_entry=").append(id)));
        }

        StringBuilder fields() {
            var form = Person.form("name", "스무 가지 요금제", "slug", slug, "headline", "헤드라인 " + random.nextInt(), "description", "**설명** " + random.nextInt(),
                "visibility", "public", "isActive", "true");
            for (int i = 0; i < cards.size(); i++) {
                var card = cards.get(i);
                Person.add(form, "_order." + card.split("\\.")[0], card.split("\\.")[1]);
                switch (card.split("\\.")[0]) {
                    case "features" -> Person.add(form, card, "label", "기능 " + i + other, "icon", "star", "description", "무엇이 되는지 적어요.");
                    case "steps" -> Person.add(form, card, "title", "단계 " + i + other, "description", "무엇을 하는지 **적어요**.");
                    case "faqs" -> Person.add(form, card, "question", "질문 " + i + other, "answer", "대답을 **적어요**.");
                    default -> Person.add(form, card, "provider", PROVIDERS[i % 5], "interval", i % 5 == 4 ? "yearly" : "monthly", "ctaLabel", "결제 " + i + other,
                        "checkoutUrl", "https://pay.example/" + i, "successUrl", "/welcome", "cancelUrl", "/pricing", "trialDays", "7");
                }
            }
            return form;
        }

        Void save() throws Exception {
            Person.expect(302, person.post(address(), fields().append("&_method=put&_version=").append(version).append("&_base=").append(revision)));
            version++;
            revision++;
            checked.incrementAndGet();
            return null;
        }

        Void saveAll() throws Exception {
            other = other.isEmpty() ? "!" : "";
            return save();
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
            Person.expect(302, person.post(address() + "/publication", Person.form("_method", "put")));
            editions++;
            checked.incrementAndGet();
            return null;
        }

        Void open() throws Exception {
            var page = Person.expect(200, person.get(address())).body();
            for (var card : cards) {
                if (!page.contains(card.split("\\.")[1])) throw new IllegalStateException("A card is missing: " + card + "\n" + page);
            }
            checked.incrementAndGet();
            return null;
        }

        /** What is typed, as the page sends it a moment after the last key: what differs from the revision, and the order of a list. */
        Void keep() throws Exception {
            if (sitting == null || base != revision) {
                sitting = UUID.randomUUID();
                base = revision;
                number = 0;
            }
            var form = Person.form("_method", "put", "_sitting", sitting.toString(), "_number", Integer.toString(++number), "_base", Integer.toString(base),
                "headline", "쓰는 중 " + number, "description", "가나다라 ".repeat(200));
            cards.stream().filter(card -> card.startsWith("faqs.")).toList().reversed().forEach(card -> Person.add(form, "_order.faqs", card.split("\\.")[1]));
            Person.expect(200, person.post(address() + "/unsaved", form));
            checked.incrementAndGet();
            return null;
        }

        /** Everything that was acknowledged is there. */
        void check() throws SQLException {
            try (var row = database.createStatement().executeQuery("select number, form::text from content_unsaved where sitting_id = '%s' and base = %d".formatted(sitting, base))) {
                if (!row.next() || row.getInt(1) != number || !row.getString(2).contains("쓰는 중 " + number)) throw new IllegalStateException("What was kept last is not there");
            }
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
            wrk = new ProcessBuilder("wrk", "-t1", "-c" + count, "-d1h", person.home.resolve(path).toString()).redirectErrorStream(true).start();
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

    private void demandBeside(String quiet, String busy) {
        double slower = waits.median(busy) / waits.median(quiet);
        System.out.printf("%s: %.2f times slower%n", busy, slower);
        waits.demand(busy + ", times slower", slower, 1.5);
    }

    private boolean report() {
        waits.print(List.of("sign-in page (no database)", "durable commit (PostgreSQL)"));
        waits.demandPages();
        for (var save : List.of("save, 20 children", "save, each of 20 children")) {
            waits.demand(save + " median", waits.median(save), 15);
            waits.demand(save + " p99", waits.at(0.99, save), 40);
        }
        waits.demand("keep unsaved text median", waits.median("keep unsaved text"), 15);
        waits.demand("publish median", waits.median("publish"), 15);
        waits.demand("publish 1,000 p95", waits.at(0.95, "publish 1,000"), 5000);
        demandBeside("save, 20 children", "save, eight readers");
        demandBeside("save, each of 20 children", "save, each, eight readers");
        demandBeside("publish", "publish, eight readers");
        return waits.verdict(checked.get());
    }
}
