import java.net.URI;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Signs in, tries to, and attacks; see signin. */
class SignIn {

    private static final String ADMIN = "bench@maru.example";
    private static final String PASSWORD = "correct horse battery";
    private static final int ATTACKERS = 100;

    private final URI one;
    private final URI other;
    private final Connection database;
    private final Random random;
    private final Waits waits = new Waits();
    private long checked;

    private SignIn(URI one, URI other, Connection database, long seed) {
        this.one = one;
        this.other = other;
        this.database = database;
        this.random = new Random(seed);
    }

    public static void main(String[] words) throws Exception {
        var link = URI.create(words[0]);
        try (var database = DriverManager.getConnection(words[2], "maru", "none")) {
            var bench = new SignIn(link.resolve("/"), URI.create(words[1]), database, Long.parseLong(words[3]));
            var admin = Person.arriving(link);
            bench.makeStaff(Integer.parseInt(words[4]));
            bench.fromFormToDesk(Integer.parseInt(words[4]));
            bench.accountsAreNotTold(Integer.parseInt(words[4]));
            bench.twoProcessesAgree(admin);
            bench.attackersAreNotFelt(admin, Integer.parseInt(words[5]), Integer.parseInt(words[6]));
            System.exit(bench.waits.verdict(bench.checked) ? 0 : 1);
        }
    }

    /** Colleagues with the password of the admin, the odd ones suspended. */
    private void makeStaff(int count) throws SQLException {
        run("""
            with people as (insert into profiles (email, name, joined_at, status)
              select 'staff-' || n || '@maru.example', 'Staff ' || n, now(), case n %% 2 when 0 then 'active' else 'suspended' end from generate_series(0, %d) n returning id)
            insert into staff (profile_id, role, password_hash) select people.id, 'editor', known.password_hash from people, staff known where known.role = 'admin'""".formatted(2 * count));
    }

    private void fromFormToDesk(int times) throws Exception {
        waits.time("sign-in page", times, () -> Person.stranger(one).reference());
        var people = new ArrayList<Person>();
        for (int i = 0; i <= times; i++) people.add(Person.stranger(one).reading("/sign-in"));
        var next = people.iterator();
        Callable<Void> come = () -> {
            var person = next.next();
            Person.expect(302, person.signIn(ADMIN, PASSWORD));
            if (!Person.expect(200, person.get("/")).body().contains("data-person")) throw new IllegalStateException("That is not the desk");
            checked++;
            return null;
        };
        come.call();
        waits.time("from the form to the desk", times, come);
        waits.print(List.of("sign-in page"));
        waits.demand("from the form to the desk, median", waits.median("from the form to the desk"), 300);
    }

    /** Wrong passwords, in turn, from where somebody has signed in: the difference of medians is held against the noise of each. */
    private void accountsAreNotTold(int times) throws Exception {
        var kinds = Map.<String, Callable<String>>of("known", () -> staff(times, 0), "known again", () -> staff(times, 0), "suspended", () -> staff(times, 1),
            "unknown", () -> "nobody-" + random.nextInt(1_000_000) + "@maru.example");
        var took = new TreeMap<String, List<Double>>();
        var names = new ArrayList<>(kinds.keySet());
        var person = Person.stranger(one).reading("/sign-in");
        var texts = new TreeMap<String, Integer>();
        for (int i = 0; i < times * 2; i++) {
            java.util.Collections.shuffle(names, random);
            for (var name : names) {
                run("delete from auth_limits");
                var email = kinds.get(name).call();
                long begun = System.nanoTime();
                var answer = Person.expect(422, person.signIn(email, "not the password"));
                took.computeIfAbsent(name, first -> new ArrayList<>()).add((System.nanoTime() - begun) / 1e6);
                texts.merge(answer.body().replace(email, "").replaceAll("value=\"[^\"]*\"", ""), 1, Integer::sum);
                checked++;
            }
        }
        System.out.printf("%nA wrong password, %d times for each kind of account: all said the same words: %s%n", times * 2, texts.size() == 1);
        waits.demand("different answers to a wrong password", texts.size(), 1);
        var known = took.get("known");
        double noise = Math.abs(median(known) - median(took.get("known again")));
        for (var name : took.keySet()) {
            double difference = Math.abs(median(took.get(name)) - median(known));
            double most = Math.max(noise, 3 * Math.hypot(error(known), error(took.get(name))));
            System.out.printf("%-12s median %7.2f ms, %5.2f ms from known; noise explains %5.2f ms%n", name, median(took.get(name)), difference, most);
            waits.demand("difference of %s accounts in ms".formatted(name), difference, most);
        }
    }

    private String staff(int times, int odd) {
        return "staff-" + (2 * random.nextInt(times) + odd) + "@maru.example";
    }

    /** The standard error of the median, from the deviations from it. */
    private static double error(List<Double> times) {
        double middle = median(times);
        return 1.2533 * 1.4826 * median(times.stream().map(time -> Math.abs(time - middle)).toList()) / Math.sqrt(times.size());
    }

    private static double median(List<Double> times) {
        var sorted = times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private void twoProcessesAgree(Person admin) throws Exception {
        var slowest = new TreeMap<String, Double>();
        Person.expect(302, admin.reading("/sign-in/providers").post("/sign-in/providers/google", Person.form("_method", "put", "clientId", "bench", "secret", "a-secret-of-the-bench")));
        for (int i = 0; i < 10; i++) {
            run("delete from auth_limits");
            var person = Person.stranger(one).reading("/sign-in");
            Person.expect(302, person.signIn(ADMIN, PASSWORD));
            agree("a session that begins", slowest, () -> person.get(other.resolve("/account").toString()).statusCode() == 200);
            Person.expect(302, person.reading("/account").post("/sign-out", Person.form()));
            agree("a session that ends", slowest, () -> person.get(other.resolve("/account").toString()).statusCode() == 302);

            var account = "agreed-" + i + "@maru.example";
            var guesser = Person.stranger(one).reading("/sign-in");
            for (int guess = 0; guess < 10; guess++) Person.expect(422, guesser.signIn(account, "guess"));
            agree("a limit", slowest, () -> Person.stranger(other).reading("/sign-in").signIn(account, "guess").statusCode() == 429);

            boolean on = i % 2 == 1;
            Person.expect(302, admin.reading("/sign-in/ways").post("/sign-in/ways", Person.form("_method", "put", "password", "true", "magic-link", "" + on, "email-code", "true", "social", "true")));
            agree("a way in", slowest, () -> Person.stranger(other).get("/sign-in").body().contains("\"/sign-in/link\"") == on);
            Person.expect(302, admin.reading("/sign-in/providers").post("/sign-in/providers/google/activation", Person.form("_method", on ? "put" : "delete")));
            agree("a provider", slowest, () -> Person.stranger(other).get("/sign-in").body().contains("/sign-in/with/google") == on);
        }
        System.out.printf("%nTwo processes, 10 times each, at the slowest:%n");
        slowest.forEach((what, took) -> {
            System.out.printf("%-24s %7.1f ms%n", what, took);
            waits.demand(what + " at the other process in ms", took, 1000);
        });
    }

    /** How long it is until the other process answers so; a limit holds whoever is refused for a second. */
    private void agree(String what, Map<String, Double> slowest, Callable<Boolean> holds) throws Exception {
        long begun = System.nanoTime();
        long asked = begun;
        while (!holds.call()) {
            asked = System.nanoTime();
            if (asked - begun > 10_000_000_000L) throw new IllegalStateException("The other process does not know of " + what);
        }
        slowest.merge(what, (asked - begun) / 1e6, Math::max);
        checked++;
    }

    private void attackersAreNotFelt(Person admin, int rounds, int seconds) throws Exception {
        run("delete from auth_limits");
        var attack = new Attack();
        var page = List.of(new ArrayList<Double>(), new ArrayList<Double>());
        var json = List.of(new ArrayList<Double>(), new ArrayList<Double>());
        var visitor = Person.stranger(one);
        for (int warm = 0; warm < 300; warm++) look(admin, visitor, new ArrayList<>(), new ArrayList<>());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.range(0, ATTACKERS).forEach(i -> threads.submit(() -> attack.from("127.9.%d.%d".formatted(i / 200, i % 200 + 1), one, i)));
            for (int round = 0; round < 2 * rounds; round++) {
                int with = round % 2 ^ (round / 2) % 2; // whoever comes first takes turns
                attack.on(with == 1);
                Thread.sleep(1500); // what was begun before is answered
                long end = System.nanoTime() + seconds * 1_000_000_000L;
                while (System.nanoTime() < end) look(admin, visitor, page.get(with), json.get(with));
            }
            attack.on(true);
            Thread.sleep(500);
            waits.time("known, while attacked", 10, () -> {
                var person = Person.stranger(one).reading("/sign-in");
                Person.expect(302, person.signIn(ADMIN, PASSWORD));
                return null;
            });
            attack.end();
        }
        System.out.printf("%n%d attackers were answered %s in all%n", ATTACKERS, attack.answers);
        System.out.printf("a page of the desk: median %.2f ms alone, %.2f ms with attackers (%d and %d times)%n", median(page.get(0)), median(page.get(1)), page.get(0).size(), page.get(1).size());
        System.out.printf("the JSON:           median %.2f ms alone, %.2f ms with attackers%n", median(json.get(0)), median(json.get(1)));
        System.out.printf("signing in from where somebody has, with attackers: median %.2f ms%n", waits.median("known, while attacked"));
        waits.demand("a page of the desk with attackers, ratio", median(page.get(1)) / median(page.get(0)), 1.2);
        waits.demand("the JSON with attackers, ratio", median(json.get(1)) / median(json.get(0)), 1.1);
        waits.demand("missing tries of attackers", attack.answers.getOrDefault(422, new AtomicLong()).get() > 0 && attack.answers.getOrDefault(429, new AtomicLong()).get() > 0 ? 0 : 1, 0);
    }

    private void look(Person admin, Person visitor, List<Double> page, List<Double> json) throws Exception {
        page.add(timed(() -> Person.expect(200, admin.get("/billing/products"))));
        json.add(timed(() -> Person.expect(200, visitor.get("/api/v1"))));
        checked += 2;
    }

    private static double timed(Callable<HttpResponse<String>> act) throws Exception {
        long begun = System.nanoTime();
        act.call();
        return (System.nanoTime() - begun) / 1e6;
    }

    private void run(String statement) throws SQLException {
        try (var running = database.createStatement()) {
            running.execute(statement);
        }
    }

    /** A hundred who guess as fast as they are answered, at accounts that exist and at others. */
    private static class Attack {

        final Map<Integer, AtomicLong> answers = new ConcurrentSkipListMap<>();
        private boolean on;
        private boolean over;

        synchronized void on(boolean now) {
            on = now;
            notifyAll();
        }

        synchronized void end() {
            over = true;
            on(false);
        }

        private synchronized boolean goesOn() throws InterruptedException {
            while (!on && !over) wait();
            return !over;
        }

        Void from(String address, URI desk, int number) throws Exception {
            Person attacker = null;
            for (int guess = 0; goesOn(); guess++) {
                attacker = attacker == null ? Person.from(address, desk).reading("/sign-in") : attacker;
                var answer = attacker.signIn(guess % 2 == 0 ? "staff-" + number + "@maru.example" : "victim-" + number + "-" + guess / 20 + "@maru.example", "guess " + guess);
                answers.computeIfAbsent(answer.statusCode(), first -> new AtomicLong()).incrementAndGet();
            }
            return null;
        }
    }
}
