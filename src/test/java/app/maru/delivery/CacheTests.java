package app.maru.delivery;

import static app.maru.delivery.PublishedWorld.Plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@DeliveryTest
class CacheTests {

    private static final String LIST = "/api/v1/billing/products";

    @Autowired
    private PublishedWorld world;

    @Autowired
    private Visitor visitor;

    private final Plan plan = Plan.of("plan-" + UUID.randomUUID());
    private final String address = LIST + "/" + plan.slug();

    @BeforeEach
    void onePlan() {
        world.clear();
        world.publish(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/{slug}", "/{slug}?fields=name", "/never-there", "", "?limit=1&sort=-name"})
    void aHitTouchesNeitherTheDatabaseNorAFilter(String template) {
        var asked = LIST + template.replace("{slug}", plan.slug());
        var first = visitor.get(asked);
        int connections = Counting.CONNECTIONS.get();
        int filtered = Counting.FILTERED.get();

        for (int i = 0; i < 20; i++) {
            assertThat(visitor.get(asked).text()).isEqualTo(first.text());
            visitor.get(asked, "If-None-Match", "*");
            visitor.get(asked, "Accept-Encoding", "gzip");
            visitor.ask("HEAD", asked);
        }

        assertThat(Counting.CONNECTIONS.get()).isEqualTo(connections);
        assertThat(Counting.FILTERED.get()).isEqualTo(filtered);
    }

    @Test
    void theCountersCount() {
        int connections = Counting.CONNECTIONS.get();
        int filtered = Counting.FILTERED.get();

        visitor.get(address);
        visitor.get("/sign-in");

        assertThat(Counting.CONNECTIONS.get()).isGreaterThan(connections);
        assertThat(Counting.FILTERED.get()).isGreaterThan(filtered);
    }

    @Test
    void aPublishLeavesAtHandWhatItDoesNotChange() {
        visitor.get(address);
        visitor.get(address + "?edition=" + world.newest());
        for (int i = 0; i < 10; i++) {
            world.publish(Plan.of("other-" + UUID.randomUUID()));
        }
        int connections = Counting.CONNECTIONS.get();

        assertThat(visitor.get(address).edition()).isEqualTo(world.newest());
        assertThat(visitor.get(address + "?edition=" + (world.newest() - 10)).status()).isEqualTo(200);

        assertThat(Counting.CONNECTIONS.get() - connections).as("the test's own questions").isEqualTo(2);
    }

    @Test
    void aPublishOfMoreThanCanBeRememberedIsSeenAllTheSame() {
        var plans = IntStream.range(0, 70).mapToObj(i -> Plan.of("many-" + i + "-" + UUID.randomUUID())).toArray(Plan[]::new);
        visitor.get(address);
        for (var one : plans) {
            assertThat(visitor.get(LIST + "/" + one.slug()).status()).isEqualTo(404);
        }

        world.publish(plans);

        for (var one : plans) {
            assertThat(visitor.get(LIST + "/" + one.slug()).status()).isEqualTo(200);
        }
        world.publish(plan.named("Other"));
        assertThat(visitor.get(address).data().path("name").asString()).isEqualTo("Other");
    }

    @Test
    void manyWhoAskTheSameAtOnceMakeOneQuestion() {
        world.publish(plan.named("Other"));
        int connections = Counting.CONNECTIONS.get();

        var names = IntStream.range(0, 50).parallel().mapToObj(i -> visitor.get(address).data().path("name").asString()).distinct().toList();

        assertThat(names).isEqualTo(List.of("Other"));
        assertThat(Counting.CONNECTIONS.get() - connections).isLessThanOrEqualTo(3);
    }
}
