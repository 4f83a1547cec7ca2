package app.maru.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.content.WorkingCopy;
import app.maru.database.FreshDatabase;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;

/** What holds whoever works at the same time: random work by several people, then the whole history is held against it. */
@SpringBootTest
@FreshDatabase
@Tag("kernel")
class ConcurrencyTests {

    private static final int PEOPLE = 6;
    private static final int ACTS = 40;

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Entries entries;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Moving moving;
    @Autowired Editions editions;
    @Autowired JdbcClient database;

    final long seed = System.nanoTime();
    UUID author;
    ContentType products;

    @BeforeEach
    void anAuthor() {
        author = database.sql("insert into profiles (name, email) values ('박서준', ?) returning id").param(UUID.randomUUID() + "@maru.example").query(UUID.class).single();
        products = types.of("billing/products");
    }

    @Test
    void editionsHaveNoGapFollowTheOrderOfCommitsAndAreNeverTorn() throws Exception {
        var plans = new ArrayList<WorkingCopy>();
        for (int i = 0; i < 4; i++) {
            plans.add(created("plan-" + i));
        }
        var seen = new ConcurrentLinkedQueue<Long>();
        together(person -> {
            var random = new Random(seed + person);
            for (int act = 0; act < ACTS; act++) {
                seen.add(actAtRandom(random, plans));
            }
            return null;
        });

        long newest = editions.newest();
        assertThat(newest).as("seed %d", seed).isGreaterThan(20);
        assertThat(database.sql("select number from editions order by number").query(Long.class).list())
            .as("seed %d: no gap", seed).isEqualTo(java.util.stream.LongStream.rangeClosed(1, newest).boxed().toList());
        assertThat(seen).as("seed %d: an act that committed an edition found it there", seed).allMatch(found -> found >= 0);
        assertThat(database.sql("""
                select count(*) from publications one join publications other on one.entry_id = other.entry_id and one.id < other.id
                where int8range(one.from_edition, one.until_edition) && int8range(other.from_edition, other.until_edition)""")
            .query(Integer.class).single()).as("seed %d: an entry is never live twice", seed).isZero();
        assertThat(database.sql("""
                select count(*) from content_entries entry left join publications open on open.entry_id = entry.entry_id and open.until_edition is null
                where entry.live is distinct from open.revision""").query(Integer.class).single()).as("seed %d: catalogue and publications agree", seed).isZero();
    }

    @Test
    void twoSavesOfDifferentFieldsAtOnceBothLast() throws Exception {
        var fields = List.of("name", "headline", "description");
        var plan = created("together");
        Map<String, String> last = new ConcurrentHashMap<>();
        together(person -> {
            if (person < fields.size()) {
                for (int act = 0; act < ACTS; act++) {
                    var text = fields.get(person) + " " + act;
                    assertThat(save(plan, PostedForm.with(fields.get(person), text))).as("seed %d", seed).isInstanceOf(Outcome.Saved.class);
                    last.put(fields.get(person), text);
                }
            }
            return null;
        });
        var snapshot = entries.workingCopy(products, plan.entry().id()).snapshot();
        assertThat(last).hasSize(3).allSatisfy((field, text) -> assertThat(snapshot.value(field)).isEqualTo(text));
    }

    private long actAtRandom(Random random, List<WorkingCopy> plans) {
        var plan = plans.get(random.nextInt(plans.size())).entry().id();
        switch (random.nextInt(5)) {
            case 0 -> withdrawing.unpublish(products, plan, author);
            case 1 -> moving.move(products, plan, null, author);
            case 2 -> save(entries.workingCopy(products, plan), PostedForm.with("headline", "줄 " + random.nextInt(1000)));
            default -> {
                var result = publishing.publish(List.of(new Exact(plan, entries.entry(products, plan).head())), author);
                return result instanceof Result.Committed committed && editions.newest() >= committed.edition() ? committed.edition() : -1;
            }
        }
        return 0;
    }

    private WorkingCopy created(String slug) {
        var form = PostedForm.with("name", "요금제 " + slug).and("slug", slug + "-" + UUID.randomUUID()).card("features", UUID.randomUUID(), "label", "기능");
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), form.parameters(), author)).copy();
    }

    /** A form made from what is there now; when another save comes between, it is a stale one. */
    private Outcome save(WorkingCopy plan, PostedForm form) {
        var now = entries.workingCopy(products, plan.entry().id());
        return saving.save(new Saving.Edit(products, plan.entry().id(), now.version(), now.entry().head(), form.parameters(), "", author));
    }

    private interface Work {
        Object of(int person) throws Exception;
    }

    private static void together(Work work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<Object>>();
            for (int i = 0; i < PEOPLE; i++) {
                int person = i;
                tasks.add(() -> work.of(person));
            }
            for (var done : threads.invokeAll(tasks)) {
                done.get();
            }
        }
    }
}
