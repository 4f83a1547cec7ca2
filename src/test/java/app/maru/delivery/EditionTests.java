package app.maru.delivery;

import static app.maru.delivery.PublishedWorld.Plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeliveryTest
@Tag("kernel")
class EditionTests {

    private static final String LIST = "/api/v1/billing/products";

    @Autowired
    private PublishedWorld world;

    @Autowired
    private Visitor visitor;

    @Autowired
    private Site site;

    private final Plan plan = Plan.of("plan-" + UUID.randomUUID());

    @BeforeEach
    void nothingElse() {
        world.clear();
    }

    @Test
    void theRootSaysWhatThereIs() {
        long edition = world.publish(plan);

        var root = visitor.get("/api/v1");

        assertThat(root.data().path("edition").asLong()).isEqualTo(edition);
        assertThat(root.data().path("types").get(0).path("list").asString()).isEqualTo(LIST);
        assertThat(root.data().path("editions").path("list").asString()).isEqualTo("/api/v1/editions");
        world.clear();
        assertThat(visitor.get("/api/v1").data().path("edition").asLong()).isEqualTo(edition + 1);
    }

    @Test
    void editionsComeNewestFirst() {
        long newest = world.publish(plan);

        var editions = visitor.get("/api/v1/editions?limit=2");

        assertThat(numbers(editions)).containsExactly(newest, newest - 1);
        assertThat(editions.body().path("page").path("total").asLong()).isEqualTo(newest);
        var next = visitor.get(editions.body().path("page").path("next").asString());
        assertThat(next.data().get(0).path("number").asLong()).isEqualTo(newest - 2);
        assertThat(numbers(visitor.get("/api/v1/editions?limit=1&edition=" + (newest - 1)))).containsExactly(newest - 1);
    }

    private static List<Long> numbers(Visitor.Seen editions) {
        var numbers = new ArrayList<Long>();
        editions.data().forEach(edition -> numbers.add(edition.path("number").asLong()));
        return numbers;
    }

    @Test
    void anEditionSaysWhatItChangedAndNothingOfWhoOrWhy() {
        var moving = Plan.of("moving-" + UUID.randomUUID());
        var leaving = Plan.of("leaving-" + UUID.randomUUID());
        world.publish(plan, moving, leaving);
        world.publish(plan.named("Other"), moving.order(7), leaving.hidden(), Plan.of("new-" + UUID.randomUUID()));

        var edition = visitor.get("/api/v1/editions/" + world.newest());

        assertThat(edition.data().propertyNames()).containsExactly("number", "createdAt", "changes");
        var changes = new ArrayList<String>();
        edition.data().path("changes").forEach(change -> {
            assertThat(change.propertyNames()).containsExactly("type", "id", "slug", "change");
            changes.add(change.path("slug").asString().replaceAll("-.*", "") + " " + change.path("change").asString());
        });
        assertThat(changes).containsExactlyInAnyOrder("plan changed", "moving moved", "leaving removed", "new added");
    }

    @Test
    void aLargeEditionComesInPages() {
        world.publish(IntStream.range(0, 5).mapToObj(i -> Plan.of("p" + i + "-" + UUID.randomUUID())).toArray(Plan[]::new));

        var first = visitor.get("/api/v1/editions/" + world.newest() + "?limit=3");
        var second = visitor.get(first.body().path("page").path("next").asString());

        assertThat(first.data().path("changes").size()).isEqualTo(3);
        assertThat(second.data().path("changes").size()).isEqualTo(2);
        assertThat(second.body().path("page").toString()).isEqualTo("{\"total\":5,\"next\":null}");
    }

    @Test
    void anEditionThatDoesNotExistIsNotFoundAndAMalformedOneIsRefused() {
        assertThat(visitor.get("/api/v1/editions/" + (world.newest() + 1)).code()).isEqualTo("edition_not_found");
        assertThat(visitor.get(LIST + "?edition=" + (world.newest() + 1)).status()).isEqualTo(404);
        assertThat(visitor.get(LIST + "?edition=99999999999999999999").status()).isEqualTo(404);
        assertThat(visitor.get(LIST + "?edition=0").status()).isEqualTo(404);
        assertThat(visitor.get(LIST + "?edition=-1").code()).isEqualTo("invalid_edition");
        assertThat(visitor.get(LIST + "?edition=1.5").status()).isEqualTo(400);
        assertThat(visitor.get("/api/v1/editions/one").status()).isEqualTo(400);
    }

    @Test
    void minEditionWaitsForTheEdition() {
        long next = world.newest() + 1;
        var waiting = CompletableFuture.supplyAsync(() -> visitor.get(LIST + "/" + plan.slug() + "?minEdition=" + next));
        world.publish(plan);

        assertThat(waiting.join().status()).isEqualTo(200);
        assertThat(waiting.join().edition()).isGreaterThanOrEqualTo(next);
    }

    @Test
    void minEditionGivesUpInTheEnd() {
        var late = visitor.get(LIST + "?minEdition=" + (world.newest() + 1));

        assertThat(late.status()).isEqualTo(503);
        assertThat(late.code()).isEqualTo("edition_not_ready");
        assertThat(late.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void whatAnotherNodePublishesArrivesByNotice() throws InterruptedException {
        long edition = world.publishElsewhere(plan);

        assertThat(site.await(edition, java.time.Duration.ofSeconds(10)).edition()).isEqualTo(edition);
        assertThat(visitor.get(LIST + "/" + plan.slug()).status()).isEqualTo(200);
    }

    @Test
    void aPinnedEditionOfAnotherNodeIsAskedForBeforeItIsDenied() {
        long edition = world.publishElsewhere(plan);

        assertThat(visitor.get(LIST + "/" + plan.slug() + "?edition=" + edition).status()).isEqualTo(200);
    }
}
