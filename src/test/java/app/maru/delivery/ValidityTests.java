package app.maru.delivery;

import static app.maru.delivery.PublishedWorld.Plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import app.maru.database.FreshDatabase;

/** Whoever reads while others publish sees one edition in each answer, and never an older one than was already there. */
@DeliveryTest
@FreshDatabase
@Tag("kernel")
class ValidityTests {

    private static final String LIST = "/api/v1/billing/products";
    private static final int PUBLISHES = 400;
    private static final int READERS = 4;
    private static final int ENTRIES = 6;

    @Autowired
    private PublishedWorld world;

    @Autowired
    private Visitor visitor;

    @Autowired
    private Site site;

    /** What is live in each edition, by slug; written before the edition is committed. */
    private final Map<Long, Map<String, Plan>> history = new ConcurrentHashMap<>();
    private final List<String> slugs = new ArrayList<>();
    private final AtomicLong checks = new AtomicLong();

    @Test
    void everyAnswerIsOfTheEditionThatItNames() throws Exception {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        for (int i = 0; i < ENTRIES * 2; i++) slugs.add("s" + i);
        history.put(world.newest(), Map.of());
        var done = new AtomicBoolean();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var readers = new ArrayList<Future<?>>();
            for (int i = 0; i < READERS; i++) {
                var random = new Random(seed + i + 1);
                readers.add(threads.submit(() -> readUntil(done, random)));
            }
            try {
                publish(new Random(seed));
            } finally {
                done.set(true);
            }
            for (var reader : readers) reader.get();
        }
        assertThat(checks.get()).as("answers checked").isGreaterThan(PUBLISHES);
    }

    private void publish(Random random) {
        var live = new HashMap<String, Plan>();
        var entries = new ArrayList<Plan>();
        for (int i = 0; i < ENTRIES; i++) entries.add(Plan.of("unused"));
        for (int i = 0; i < PUBLISHES; i++) {
            var entry = entries.get(random.nextInt(ENTRIES));
            long next = world.newest() + 1;
            live.values().removeIf(plan -> plan.id().equals(entry.id()));
            var free = slugs.stream().filter(slug -> !live.containsKey(slug)).toList();
            var plan = entry.at(free.get(random.nextInt(free.size()))).named("v" + next).order(random.nextInt(4));
            boolean down = random.nextInt(5) == 0;
            if (!down) live.put(plan.slug(), plan);
            history.put(next, Map.copyOf(live));
            long edition = down ? world.unpublish(plan) : world.publish(plan);
            assertThat(edition).isEqualTo(next);
            check(visitor.get(LIST + "/" + plan.slug()), plan.slug(), edition);
            checkList(visitor.get(LIST), edition);
        }
    }

    private void readUntil(AtomicBoolean done, Random random) {
        while (!done.get()) {
            long known = site.view().edition();
            switch (random.nextInt(3)) {
                case 0 -> checkList(visitor.get(LIST), known);
                case 1 -> check(random, known);
                default -> {
                    long pinned = known == 0 ? 0 : 1 + random.nextLong(known);
                    if (pinned > 0 && history.containsKey(pinned)) {
                        var seen = visitor.get(LIST + "?edition=" + pinned);
                        assertThat(seen.edition()).isEqualTo(pinned);
                        checkList(seen, pinned);
                    }
                }
            }
        }
    }

    private void check(Random random, long known) {
        var slug = slugs.get(random.nextInt(slugs.size()));
        check(visitor.get(LIST + "/" + slug), slug, known);
    }

    private void check(Visitor.Seen seen, String slug, long atLeast) {
        assertThat(seen.edition()).isGreaterThanOrEqualTo(atLeast);
        var expected = history.get(seen.edition()).get(slug);
        if (expected == null) {
            assertThat(seen.status()).as(slug + " at " + seen.edition()).isIn(404, 410, 308);
        } else {
            assertThat(seen.status()).as(slug + " at " + seen.edition()).isEqualTo(200);
            assertThat(seen.text()).as("edition " + seen.edition()).isEqualTo("{\"data\":" + expected.body() + "}");
        }
        if (seen.status() == 308) {
            var target = seen.header("Location").replaceFirst(".*/", "");
            assertThat(history.get(seen.edition())).as("redirect at " + seen.edition()).containsKey(target);
        }
        checks.incrementAndGet();
    }

    private void checkList(Visitor.Seen seen, long atLeast) {
        assertThat(seen.edition()).isGreaterThanOrEqualTo(atLeast);
        var expected = history.get(seen.edition()).values().stream()
            .sorted(Comparator.comparingInt((Plan plan) -> plan.order()).thenComparing(plan -> plan.id().toString())).toList();
        assertThat(seen.text()).as("edition " + seen.edition()).isEqualTo("{\"data\":["
            + String.join(",", expected.stream().map(Plan::body).toList()) + "],\"page\":{\"total\":" + expected.size() + ",\"next\":null}}");
        checks.incrementAndGet();
    }
}
