package app.maru.delivery;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.publishing.Edition;
import app.maru.publishing.EditionCommitted;

/** A small published site of plans, written straight into the tables; every call is one edition and returns its number. */
@TestComponent
class PublishedWorld {

    static final String TYPE = "billing/products";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;

    PublishedWorld(JdbcClient jdbc, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.events = events;
    }

    record Plan(UUID id, String slug, String name, String visibility, String access, int order) {

        static Plan of(String slug) {
            return new Plan(UUID.randomUUID(), slug, "Plan " + slug, "public", "listed", 1024);
        }

        Plan named(String name) {
            return new Plan(id, slug, name, visibility, access, order);
        }

        Plan at(String slug) {
            return new Plan(id, slug, name, visibility, access, order);
        }

        Plan order(int order) {
            return new Plan(id, slug, name, visibility, access, order);
        }

        Plan legacy() {
            return new Plan(id, slug, name, "legacy", "unlisted", order);
        }

        Plan hidden() {
            return new Plan(id, slug, name, "private", "hidden", order);
        }

        Plan open() {
            return new Plan(id, slug, name, "public", "listed", order);
        }

        String body() {
            return """
                {"id":"%s","type":"billing/products","name":"%s","slug":"%s","headline":null,"description":"**굵게**","descriptionHtml":"<p><strong>굵게</strong></p>",\
                "visibility":"%s","isActive":true,"features":[{"id":"00000000-0000-4000-8000-000000000001","label":"무제한","icon":null,"description":null}],\
                "steps":[],"faqs":[],"checkoutLinks":[],"publishedAt":"2026-01-01T00:00:00Z","firstPublishedAt":"2026-01-01T00:00:00Z",\
                "updatedAt":"2026-01-01T00:00:00Z"}""".formatted(id, name, slug, visibility);
        }
    }

    /** Shows these, whether they are new, changed or moved. */
    long publish(Plan... plans) {
        return commit(Arrays.stream(plans).map(Plan::id).toList(), List.of(plans));
    }

    long unpublish(Plan... plans) {
        return commit(Arrays.stream(plans).map(Plan::id).toList(), List.of());
    }

    /** Takes everything down. */
    long clear() {
        return commit(jdbc.sql("select entry_id from publications where until_edition is null").query(UUID.class).list(), List.of());
    }

    long newest() {
        return jdbc.sql("select edition from published_site").query(Long.class).single();
    }

    private long commit(Collection<UUID> closed, List<Plan> opened) {
        return transaction.execute(status -> {
            long number = write(closed, opened);
            events.publishEvent(new EditionCommitted(number, Edition.Action.PUBLISH, null));
            return number;
        });
    }

    /** As another node would do it: this one is told by the database alone. */
    long publishElsewhere(Plan... plans) {
        return transaction.execute(status -> {
            long number = write(Arrays.stream(plans).map(Plan::id).toList(), List.of(plans));
            jdbc.sql("select pg_notify('maru_edition', :number)").param("number", Long.toString(number)).query().listOfRows();
            return number;
        });
    }

    private long write(Collection<UUID> closed, List<Plan> opened) {
        long number = jdbc.sql("update published_site set edition = edition + 1 returning edition").query(Long.class).single();
        jdbc.sql("insert into editions (number, action) values (:number, 'publish')").param("number", number).update();
        new ArrayList<>(closed).forEach(id -> jdbc.sql("update publications set until_edition = :number where entry_id = :id and until_edition is null")
            .param("number", number).param("id", id).update());
        opened.forEach(plan -> open(plan, number));
        return number;
    }

    private void open(Plan plan, long number) {
        jdbc.sql("insert into content_entries (entry_id, type, head, revisions) values (:id, :type, 1, 1) on conflict (entry_id) do nothing")
            .param("id", plan.id()).param("type", TYPE).update();
        jdbc.sql("insert into content_revisions (entry_id, number, body) values (:id, 1, '{}') on conflict do nothing")
            .param("id", plan.id()).update();
        jdbc.sql("""
                insert into publications (entry_id, type, revision, slug, title, access, display_order, facets, body, hash,
                                          first_published_at, published_at, from_edition)
                values (:id, :type, 1, :slug, :name, :access, :order,
                        jsonb_build_object('name', :name, 'slug', :slug, 'visibility', :visibility, 'isActive', true, 'headline', null),
                        :body, md5(:body), timestamptz '2026-01-01' + :order * interval '1 minute', now(), :number)""")
            .param("id", plan.id()).param("type", TYPE).param("slug", plan.slug()).param("name", plan.name()).param("access", plan.access())
            .param("order", plan.order()).param("visibility", plan.visibility()).param("body", plan.body()).param("number", number).update();
    }
}
