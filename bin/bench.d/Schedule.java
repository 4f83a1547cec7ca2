import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * Lets two nodes carry out what is scheduled: quietly, a thousand at one moment, while one after the other is killed at
 * random moments amid its work, and after both slept through it. Then holds the database against what was scheduled, and the moment of each
 * commit, as PostgreSQL noted it, against its time. Somebody who does nothing but commit a row beside it all tells how
 * long the machine itself stood still.
 * Arguments: the database, the seed, how many stay pending, how many kills, the JVM, the first port, a scratch folder.
 */
class Schedule {

    private static final int QUIET = 300;
    private static final int QUIET_SECONDS = 60;
    private static final int EACH_ROUND = 20;
    private static final int AT_ONCE = 1000;
    private static final int PATIENCE_SECONDS = 120;

    private final Connection database;
    private final Random random;
    private final int pending;
    private final List<Node> nodes;
    private final Map<String, List<Long>> batches = new LinkedHashMap<>();
    private final Map<String, List<Double>> beside = new ConcurrentHashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private long editionsBefore;
    private int amid;
    private volatile String phase = "before";

    private Schedule(Connection database, long seed, int pending, List<Node> nodes) {
        this.database = database;
        this.random = new Random(seed);
        this.pending = pending;
        this.nodes = nodes;
    }

    public static void main(String[] arguments) throws Exception {
        var url = arguments[0];
        var seed = arguments[1];
        var nodes = List.of(0, 1).stream().map(number -> new Node(url, arguments[4], Integer.parseInt(arguments[5]) + number, Path.of(arguments[6]))).toList();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> nodes.forEach(Node::kill))); // also when somebody stops it
        boolean right;
        try (var database = DriverManager.getConnection(url, "maru", "none")) {
            var bench = new Schedule(database, Long.parseLong(seed), Integer.parseInt(arguments[2]), nodes);
            bench.seed(seed);
            Thread.ofPlatform().daemon().start(() -> bench.commitBeside(url));
            for (var node : nodes) node.start();
            for (var node : nodes) node.await();
            bench.quietly();
            bench.atOnce();
            bench.killing(Integer.parseInt(arguments[3]));
            bench.asleep();
            bench.check();
            right = bench.report();
        }
        System.exit(right ? 0 : 1);
    }

    /** Entries in every state; what is live is to be taken down, what is not is to go live, all of it long after this. */
    private void seed(String seed) throws SQLException, IOException {
        int count = pending * 5 / 4 + 2000;
        execute(Files.readString(Path.of("bin/bench.d/catalogue.sql")).replace("{seed}", seed).replace("{count}", Integer.toString(count)));
        execute("""
            insert into content_schedules (entry_id, action, revision, at, zone)
              select entry_id, case when state = 'published' then 'unpublish' else 'publish' end, case when state <> 'published' then head end,
                     now() + interval '30 days' + id * interval '1 second', case when id % 2 = 0 then 'Asia/Seoul' else 'America/New_York' end
              from content_entries where state <> 'archived'""");
        execute("vacuum analyze");
        editionsBefore = number("select count(*) from editions");
        System.out.printf("%d entries, %d schedules%n", count, number("select count(*) from content_schedules"));
    }

    // ---- what happens

    private void commitBeside(String url) {
        try (var own = DriverManager.getConnection(url, "maru", "none"); var statement = own.createStatement()) {
            statement.execute("create table bench_beside (n bigint)");
            statement.execute("insert into bench_beside values (0)");
            while (true) {
                long begun = System.nanoTime();
                statement.execute("update bench_beside set n = n + 1");
                beside.computeIfAbsent(phase, key -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e6);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } catch (SQLException | InterruptedException e) {
            beside.clear();
        }
    }

    private void quietly() throws Exception {
        var batch = choose("quiet", QUIET, 2000, QUIET_SECONDS * 1000);
        TimeUnit.SECONDS.sleep(QUIET_SECONDS);
        settle(batch);
    }

    /** Which is to be one edition. */
    private void atOnce() throws Exception {
        var batch = choose("at one moment", AT_ONCE, 2000, 0);
        settle(batch);
        equal("editions of one moment", number("select count(distinct edition) from content_schedules where id in " + in(batch)), 1);
        TimeUnit.SECONDS.sleep(5); // the nodes look after what it brought about
    }

    /** Kills one of the two in the middle of what is due; the other goes on alone until it is back. */
    private void killing(int kills) throws Exception {
        for (int round = 0; round < kills; round++) {
            var victim = nodes.get(round % 2);
            var batch = choose("kill", EACH_ROUND, 1000, 400);
            TimeUnit.MILLISECONDS.sleep(1000 + random.nextInt(700));
            victim.kill();
            long done = done(batch);
            if (done > 0 && done < batch.size()) amid++;
            settle(batch);
            settle(choose("the other alone", EACH_ROUND, 1000, 2000));
            victim.start();
            victim.await();
        }
    }

    private void asleep() throws Exception {
        for (var node : nodes) node.kill();
        var batch = choose("slept through", EACH_ROUND * 2, 500, 1000);
        TimeUnit.SECONDS.sleep(3);
        if (done(batch) > 0) wrong.add("something happened while nobody was there");
        for (var node : nodes) node.start();
        for (var node : nodes) node.await();
        settle(batch);
    }

    /** Takes so many of the pending, and lets them be due within so many milliseconds from a moment ahead on; at just that moment where there are none. */
    private List<Long> choose(String name, int count, int ahead, int within) throws SQLException {
        var chosen = new ArrayList<Long>();
        try (var rows = database.createStatement().executeQuery("select id from content_schedules where state = 'pending' order by md5(id || '" + random.nextLong() + "') limit " + count)) {
            while (rows.next()) chosen.add(rows.getLong(1));
        }
        if (chosen.size() < count) throw new IllegalStateException("Only " + chosen.size() + " are pending");
        try (var update = database.prepareStatement("update content_schedules set at = now() + ? * interval '1 millisecond' where id = ?")) {
            for (var id : chosen) {
                update.setInt(1, ahead + (within == 0 ? 0 : random.nextInt(within)));
                update.setLong(2, id);
                update.addBatch();
            }
            database.setAutoCommit(false);
            update.executeBatch();
            database.commit();
            database.setAutoCommit(true);
        }
        batches.computeIfAbsent(name, key -> new ArrayList<>()).addAll(chosen);
        phase = name;
        return chosen;
    }

    private void settle(List<Long> batch) throws Exception {
        for (int tenth = 0; done(batch) < batch.size(); tenth++) {
            if (tenth == PATIENCE_SECONDS * 10) throw new IllegalStateException((batch.size() - done(batch)) + " are still not done");
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private long done(List<Long> batch) throws SQLException {
        return number("select count(*) from content_schedules where done_at is not null and id in " + in(batch));
    }

    // ---- what has come of it

    private void check() throws SQLException {
        var due = batches.values().stream().flatMap(List::stream).toList();
        equal("done", number("select count(*) from content_schedules where state = 'done' and edition is not null and id in " + in(due)), due.size());
        equal("done that were not due", number("select count(*) from content_schedules where done_at is not null and id not in " + in(due)), 0);
        equal("failed", number("select count(*) from content_schedules where state = 'failed'"), 0);
        equal("editions", number("select count(*) from editions") - editionsBefore,
            number("select count(distinct edition) from content_schedules where edition is not null"));
        equal("seconds of an edition", number("""
            select coalesce(max(seconds), 0) from (
              select count(distinct date_trunc('second', at)) as seconds from content_schedules where edition is not null group by edition) each"""), 1);
        equal("gaps between editions", number("select max(number) - count(*) from editions"), 0);
        equal("the newest edition", number("select edition from published_site"), number("select max(number) from editions"));
        equal("published by schedules", number("""
            select count(*) from content_schedules s where s.action = 'publish' and s.state = 'done' and 1 = (
              select count(*) from publications p where p.from_edition > %d and p.entry_id = s.entry_id and p.revision = s.revision and p.from_edition = s.edition)"""
            .formatted(editionsBefore)), number("select count(*) from content_schedules where action = 'publish' and state = 'done'"));
        equal("publications", number("select count(*) from publications where from_edition > " + editionsBefore),
            number("select count(*) from content_schedules where action = 'publish' and state = 'done'"));
        equal("taken down by schedules", number("""
            select count(*) from content_schedules s where s.action = 'unpublish' and s.state = 'done' and 1 = (
              select count(*) from publications p where p.entry_id = s.entry_id and p.until_edition = s.edition)
              and not exists (select from publications p where p.entry_id = s.entry_id and p.until_edition is null)"""),
            number("select count(*) from content_schedules where action = 'unpublish' and state = 'done'"));
        long left = number("select count(*) from content_schedules where state = 'pending'");
        if (left < pending) wrong.add("only " + left + " stayed pending");
        if (amid < 2) wrong.add("only " + amid + " kills hit amid the work: the others prove nothing");
    }

    private boolean report() throws SQLException {
        phase = "after";
        System.out.printf("%n%-18s %6s %9s %9s %9s   %s%n", "late by", "n", "median", "p95", "max", "a commit beside took");
        for (var batch : batches.entrySet()) {
            var late = lateness(batch.getValue());
            var commits = beside.get(batch.getKey()).stream().mapToDouble(Double::doubleValue).sorted().toArray();
            System.out.printf("%-18s %6d %6.0f ms %6.0f ms %6.0f ms   %.1f ms, at most %.0f ms%n", batch.getKey(), late.length, at(late, 0.5), at(late, 0.95), at(late, 1),
                at(commits, 0.5), at(commits, 1));
            if (late.length != batch.getValue().size()) wrong.add(batch.getKey() + ": the moments of " + late.length + " are known");
            if (Arrays.stream(late).anyMatch(each -> each < 0)) wrong.add(batch.getKey() + ": too early");
            if (!batch.getKey().equals("slept through") && at(late, 1) > 1000) {
                wrong.add(batch.getKey() + ": later than a second" + (at(commits, 1) > 300 ? ", but the machine itself stood still: measure again" : ""));
            }
        }
        int checked = batches.values().stream().mapToInt(List::size).sum();
        System.out.printf("%n%d were carried out beside %d pending; %d kills hit amid the work.%n", checked, number("select count(*) from content_schedules where state = 'pending'"), amid);
        System.out.println(wrong.isEmpty() ? "Each happened exactly once, and in time." : "Wrong: " + String.join("; ", wrong));
        return wrong.isEmpty() && checked >= QUIET;
    }

    private double[] lateness(List<Long> batch) throws SQLException {
        var late = new ArrayList<Double>();
        try (var rows = database.createStatement().executeQuery("select extract(epoch from pg_xact_commit_timestamp(xmin) - at) * 1000 from content_schedules where state = 'done' and id in " + in(batch))) {
            while (rows.next()) late.add(rows.getDouble(1));
        }
        return late.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double at(double[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];
    }

    private void equal(String what, long found, long wanted) {
        if (found != wanted) wrong.add("%s: %d, not %d".formatted(what, found, wanted));
    }

    private static String in(List<Long> ids) {
        return ids.toString().replace('[', '(').replace(']', ')');
    }

    private long number(String sql) throws SQLException {
        try (var row = database.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }

    /** One Maru. */
    private static final class Node {

        private final String database;
        private final String java;
        private final int port;
        private final Path scratch;
        private Process process;
        private int starts;

        Node(String database, String java, int port, Path scratch) {
            this.database = database;
            this.java = java;
            this.port = port;
            this.scratch = scratch;
        }

        void start() throws IOException {
            starts++;
            process = new ProcessBuilder(java, "-Xmx256m", "-jar", "target/maru.jar", "--server.port=" + port, "--server.address=127.0.0.1",
                "--spring.datasource.url=" + database, "--spring.datasource.username=maru", "--spring.datasource.password=none")
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).redirectInput(new File("/dev/null")).start();
        }

        void await() throws Exception {
            for (int tenth = 0; !isReady(); tenth++) {
                if (!process.isAlive() || tenth == PATIENCE_SECONDS * 10) {
                    throw new IllegalStateException("A node does not start:\n" + Files.readString(log()));
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }

        /** Not its port: that is open before the node is there for anything else. */
        private boolean isReady() throws IOException {
            return Files.readAllLines(log()).stream().filter(line -> line.contains("Maru is ready")).count() == starts;
        }

        private Path log() {
            return scratch.resolve("node-" + port + ".log");
        }

        /** At once, as by a power cut. */
        void kill() {
            if (process != null) {
                process.destroyForcibly().onExit().join();
            }
        }
    }
}
