package app.maru.together;

import static java.util.stream.Collectors.toCollection;

import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;

import org.awaitility.Awaitility;

import app.maru.chaos.Soundness;
import app.maru.identity.Role;
import app.maru.together.Attempt.Discard;

/** Lets people work at one entry at once while connections are cut, and holds what is there against what they were told. */
public final class Together {

    private final Settings settings;
    private final PrintStream out;
    private final Run run;
    private final Book book = new Book();
    private final UUID entry;

    Together(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
        this.run = new Run(settings);
        this.entry = new UUID(new Random(settings.seed()).nextLong(), settings.seed());
    }

    public static void main(String[] arguments) throws InterruptedException {
        System.exit(new Together(settings(arguments), System.out).run() ? 0 : 1);
    }

    private static Settings settings(String[] arguments) {
        try {
            return Settings.read(List.of(arguments));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            System.err.println("What is meant? " + Settings.USAGE);
            System.exit(2);
            throw e;
        }
    }

    /** Whether enough was done, and all of it is found as it was acknowledged. */
    boolean run() throws InterruptedException {
        out.printf("together: seed %d%n", settings.seed());
        try (var house = new House(); var look = new Look(house.database(), entry)) {
            house.entry(entry, new Person(house.port(), Role.EDITOR, run));
            long editions = newestEdition(look);
            var planner = work(house);
            if (run.faults().isEmpty()) {
                explain(look, editions);
                plans(look, planner);
                sound(house, look);
            }
        }
        return verdict();
    }

    private Planner work(House house) throws InterruptedException {
        var actors = new Actors(run);
        var planner = new Planner(house, entry, house.somebody(Role.EDITOR), run, random(4));
        actors.begin("one writer", new Writer(house, entry, house.somebody(Role.ADMIN), book, run, random(1)));
        actors.begin("the other writer", new Writer(house, entry, house.somebody(Role.AUTHOR), book, run, random(2)));
        actors.begin("the publisher", new Publisher(house, entry, house.somebody(Role.EDITOR), book, run, random(3)));
        actors.begin("the planner", planner);
        actors.begin("the cutter", new Cutter(house, entry, run, random(5)));
        actors.await();
        return planner;
    }

    /** Each decides by a sequence of their own; who comes first is up to the machine. */
    private Random random(int actor) {
        return new Random(settings.seed() * 31 + actor);
    }

    private static long newestEdition(Look look) {
        return look.sql("select edition from published_site where :entry is not null").query(Long.class).single();
    }

    private void explain(Look look, long editions) {
        waitForQuiet(look);
        var explanation = new Explanation(look.revisions(), book, run);
        var everLive = look.sql("select distinct revision from publications where entry_id = :entry").query(Integer.class).stream().collect(toCollection(TreeSet::new));
        explanation.revisions(book.attempts(Discard.class).isEmpty() ? new TreeSet<>() : everLive);
        var live = explanation.editions(look, editions);
        run.check(Objects.equals(live, look.sql("select live from content_entries where entry_id = :entry").query(Integer.class).optional().orElse(null)),
            "the editions lead to revision %d, and another is live".formatted(live));
        run.check(look.head() == look.revisions().size() || everLive.contains(look.head()), "revision %d is the working copy, and why?".formatted(look.head()));
        book.published().forEach(revision -> run.check(everLive.contains(revision), "revision %d was published, and no edition has it".formatted(revision)));
    }

    /** What is due is carried out, and what was sent over bad lines has come to its end. */
    private static void waitForQuiet(Look look) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).during(Duration.ofMillis(500)).until(() -> look.sql("""
            select not exists (select from content_schedules where entry_id = :entry and state = 'pending') and not exists
              (select from pg_stat_activity where datname = current_database() and application_name <> :look and state <> 'idle')""")
            .param("look", Look.NAME).query(Boolean.class).single());
    }

    private void plans(Look look, Planner planner) {
        for (var plan : planner.planned()) {
            int found = look.sql("select count(*) from content_schedules where entry_id = :entry and action = :action and coalesce(revision, 0) = :revision and at = :at")
                .param("action", plan.action()).param("revision", plan.revision()).param("at", plan.at().atOffset(ZoneOffset.UTC)).query(Integer.class).single();
            int asked = Collections.frequency(planner.planned(), plan); // two in one millisecond are rare, but there are
            run.check(found == asked, "%s was scheduled %d times, and stands there %d times".formatted(plan, asked, found));
        }
        look.sql("select state, error from content_schedules where entry_id = :entry").query(row -> {
            run.count(row.getString(1).equals("done") ? "fired" : "plan " + row.getString(1));
            run.check(row.getString(2) == null, "what was due failed: " + row.getString(2));
        });
    }

    private void sound(House house, Look look) {
        var found = Soundness.of(look.connection(), URI.create("http://localhost:" + house.port()), random(6));
        run.checked(found.checks());
        found.violations().forEach(run::fault);
    }

    private boolean verdict() {
        out.printf("seed %d: %s%n", settings.seed(), run);
        run.faults().forEach(fault -> out.println("FAULT " + fault));
        if (run.faults().isEmpty() && !run.isEnough()) {
            out.println("That is too little to prove anything.");
        }
        return run.faults().isEmpty() && run.isEnough();
    }
}
