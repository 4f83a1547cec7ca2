package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.content.WorkingCopy;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;

/** What staff publish, as visitors get it. */
@DeliveryTest
@Tag("kernel")
class PublishedStoryTests {

    private static final String LIST = "/api/v1/billing/products";

    @Autowired private ContentTypes types;
    @Autowired private Saving saving;
    @Autowired private Publishing publishing;
    @Autowired private JdbcClient database;
    @Autowired private Visitor visitor;

    private ContentType products;
    private UUID author;
    private final String slug = "plan-" + UUID.randomUUID();

    @BeforeEach
    void anAuthor() {
        products = types.at("billing/products").orElseThrow();
        author = database.sql("insert into profiles (name, email) values ('김하늘', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
    }

    @Test
    void aPublishedPlanIsThereAtTheNextRequestAndItsDraftsAreNot() {
        var plan = saved();
        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(404);

        long edition = publish(plan);

        assertThat(visitor.get(LIST + "/" + slug).edition()).isEqualTo(edition);
        assertThat(visitor.get(LIST + "/" + slug).data().path("features").get(0).path("label").asString()).isEqualTo("무제한 <게시>");
        save(plan, PostedForm.with("name", "팀 플러스"));
        assertThat(visitor.get(LIST + "/" + slug).data().path("name").asString()).isEqualTo("팀");
    }

    @Test
    void everyFieldThatMayBeAskedForIsServedAndNoOther() {
        publish(saved());

        var served = new HashSet<String>();
        collect("", visitor.get(LIST + "/" + slug).data(), served);

        assertThat(served).containsExactlyInAnyOrderElementsOf(Set.copyOf(Selection.allowed(products)));
    }

    private static void collect(String prefix, JsonNode entry, Set<String> names) {
        entry.propertyStream().forEach(property -> {
            names.add(prefix + property.getKey());
            if (property.getValue().isArray()) {
                collect(property.getKey() + ".", property.getValue().get(0), names);
            }
        });
    }

    @Test
    void aListIsFilteredAndSortedByEveryFieldThatItSays() {
        publish(saved());

        for (var name : Sort.allowed(products)) {
            assertThat(visitor.get(LIST + "?limit=100&sort=" + name).status()).as(name).isEqualTo(200);
        }
        assertThat(visitor.get(LIST + "?filter[slug]=" + slug + "&filter[visibility]=public&filter[isActive]=true&filter[headline]=%EC%A7%80%EA%B8%88").slugs())
            .containsExactly(slug);
    }

    @Test
    void anInactivePlanIsGone() {
        var plan = saved();
        publish(plan);

        publish(save(plan, PostedForm.with("isActive", "false")));

        assertThat(visitor.get(LIST + "/" + slug).status()).isEqualTo(410);
        assertThat(visitor.get(LIST + "?filter[slug]=" + slug).slugs()).isEmpty();
    }

    @Test
    void aRenamedSlugLeadsOn() {
        var plan = saved();
        publish(plan);

        publish(save(plan, PostedForm.with("slug", slug + "-2")));

        assertThat(visitor.get(LIST + "/" + slug).header("Location")).isEqualTo(LIST + "/" + slug + "-2");
    }

    private WorkingCopy saved() {
        var faq = UUID.randomUUID();
        var form = PostedForm.with("name", "팀").and("slug", slug).and("headline", "지금").and("description", "**함께**")
            .card("features", UUID.randomUUID(), "label", "무제한 <게시>").card("steps", UUID.randomUUID(), "title", "가입")
            .card("faqs", faq, "question", "환불되나요?").and("faqs." + faq + ".answer", "네")
            .card("checkoutLinks", UUID.randomUUID(), "ctaLabel", "결제");
        return copy(saving.create(products, UUID.randomUUID(), form.parameters(), author));
    }

    private WorkingCopy save(WorkingCopy copy, PostedForm form) {
        return copy(saving.save(new Saving.Edit(products, copy.entry().id(), copy.version(), copy.entry().head(), form.parameters(), "", author)));
    }

    private static WorkingCopy copy(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Saved.class);
        return ((Outcome.Saved) outcome).copy();
    }

    private long publish(WorkingCopy copy) {
        var result = publishing.publish(List.of(new Exact(copy.entry().id(), copy.entry().head())), author);
        assertThat(result).isInstanceOf(Publishing.Result.Committed.class);
        return ((Publishing.Result.Committed) result).edition();
    }
}
