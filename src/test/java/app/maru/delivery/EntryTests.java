package app.maru.delivery;

import static app.maru.delivery.PublishedWorld.Plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeliveryTest
@Tag("kernel")
class EntryTests {

    private static final String LIST = "/api/v1/billing/products";

    @Autowired
    private PublishedWorld world;

    @Autowired
    private Visitor visitor;

    private final String slug = "plan-" + UUID.randomUUID();
    private final String other = "plan-" + UUID.randomUUID();
    private final Plan plan = Plan.of(slug);

    @BeforeEach
    void nothingElse() {
        world.clear();
    }

    @Test
    void isFoundByItsSlugAndByItsId() {
        long edition = world.publish(plan);

        var bySlug = visitor.get(LIST + "/" + slug);

        assertThat(bySlug.status()).isEqualTo(200);
        assertThat(bySlug.text()).isEqualTo("{\"data\":" + plan.body() + "}");
        assertThat(bySlug.edition()).isEqualTo(edition);
        assertThat(visitor.get(LIST + "/" + plan.id()).text()).isEqualTo(bySlug.text());
    }

    @Test
    void whatWasNeverPublishedIsNotFound() {
        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(404);
        assertThat(visitor.get(LIST + "/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(visitor.get(LIST + "/Not%20a%20slug").status()).isEqualTo(404);
    }

    @Test
    void isThereAtTheNextRequestThoughItWasLookedForBefore() {
        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(404);
        world.publish(plan);
        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(200);
        world.publish(plan.named("Other"));
        assertThat(visitor.get(LIST + "/" + slug).data().path("name").asString()).isEqualTo("Other");
    }

    @Test
    void whatWasTakenDownIsGone() {
        long then = world.publish(plan);
        world.unpublish(plan);

        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(410);
        assertThat(visitor.get(LIST + "/" + slug).code()).isEqualTo("gone");
        assertThat(visitor.get(LIST + "/" + plan.id()).status()).isEqualTo(410);
        assertThat(visitor.get(LIST + "/" + slug + "?edition=" + then).status()).isEqualTo(200);
        assertThat(visitor.get(LIST + "/" + slug + "?edition=" + (then - 1)).status()).isEqualTo(404);
    }

    @Test
    void anOldSlugLeadsToTheNewOne() {
        long then = world.publish(plan);
        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(200);
        world.publish(plan.at(other));

        var moved = visitor.get(LIST + "/" + slug + "?fields=name,slug");

        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.header("Location")).isEqualTo(LIST + "/" + other + "?fields=name,slug");
        assertThat(visitor.get(LIST + "/" + slug).header("Location")).isEqualTo(LIST + "/" + other);
        assertThat(visitor.get(LIST + "/" + slug + "?edition=" + then).status()).isEqualTo(200);
    }

    @Test
    void anOldSlugLeadsToTheNewestOfSeveral() {
        var third = "plan-" + UUID.randomUUID();
        world.publish(plan);
        world.publish(plan.at(other));
        assertThat(visitor.get(LIST + "/" + slug).header("Location")).endsWith(other);
        world.publish(plan.at(third));

        assertThat(visitor.get(LIST + "/" + slug).header("Location")).endsWith(third);
        assertThat(visitor.get(LIST + "/" + other).header("Location")).endsWith(third);
        world.unpublish(plan);
        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(410);
    }

    @Test
    void anotherEntryMayTakeAnOldSlug() {
        world.publish(plan);
        world.publish(plan.at(other));
        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(308);
        var heir = Plan.of(slug);
        world.publish(heir);

        assertThat(visitor.get(LIST + "/" + slug).data().path("id").asString()).isEqualTo(heir.id().toString());
        world.unpublish(heir);
        assertThat(visitor.get(LIST + "/" + slug).header("Location")).endsWith(other);
    }

    @Test
    void aSlugMayLookLikeAnId() {
        var lookalike = Plan.of(plan.id().toString());
        world.publish(plan, lookalike);

        assertThat(visitor.get(LIST + "/" + plan.id()).data().path("id").asString()).isEqualTo(lookalike.id().toString());
    }

    @Test
    void aLegacyPlanIsReachedByItsAddress() {
        world.publish(plan.legacy());

        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(200);
        assertThat(visitor.get(LIST).slugs()).isEmpty();
    }

    @Test
    void aHiddenEntryDoesNotExist() {
        world.publish(plan.hidden());

        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(404);
        assertThat(visitor.get(LIST + "/" + plan.id()).status()).isEqualTo(404);
        assertThat(visitor.get(LIST).body().path("page").path("total").asInt()).isZero();
        assertThat(visitor.get("/api/v1/editions/" + world.newest()).data().path("changes").size()).isZero();
    }

    @Test
    void anEntryThatIsHiddenAfterwardsIsGone() {
        world.publish(plan);
        world.publish(plan.at(other).hidden());

        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(410);
        assertThat(visitor.get(LIST + "/" + plan.id()).status()).isEqualTo(410);
        assertThat(visitor.get(LIST + "/" + other).status()).isEqualTo(404);
        assertThat(visitor.get("/api/v1/editions/" + world.newest()).data().path("changes").get(0).path("change").asString()).isEqualTo("removed");
    }

    @Test
    void aSlugHeldByAHiddenEntryIsAnsweredAsIfNobodyHeldIt() {
        world.publish(plan);
        world.publish(plan.at(other));
        world.publish(Plan.of(slug).hidden());

        assertThat(visitor.get(LIST + "/" + slug).header("Location")).endsWith(other);
    }
}
