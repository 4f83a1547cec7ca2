package app.maru.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;

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
import app.maru.content.State;
import app.maru.content.WorkingCopy;
import app.maru.database.FreshDatabase;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;

@SpringBootTest
@FreshDatabase
@Tag("kernel")
class PublishingTests {

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Entries entries;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Moving moving;
    @Autowired Editions editions;
    @Autowired JdbcClient database;

    UUID author;
    ContentType products;

    @BeforeEach
    void anAuthor() {
        author = database.sql("insert into profiles (name, email) values ('김하늘', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        products = types.at("billing/products").orElseThrow();
    }

    @Test
    void aSavedProductIsADraftUntilItIsPublished() {
        var product = saved("크리에이터", "creator-" + UUID.randomUUID());

        assertThat(product.entry().state()).isEqualTo(State.DRAFT);
        long edition = publish(product);

        var after = entries.workingCopy(products, product.entry().id());
        assertThat(after.entry().state()).isEqualTo(State.PUBLISHED);
        assertThat(after.version()).as("publishing does not raise the lock version").isEqualTo(product.version());
        assertThat(editions.edition(edition).changes()).extracting(Edition.Change::title).containsExactly("크리에이터");
        assertThat(body(product)).contains("\"name\":\"크리에이터\"", "\"label\":\"무제한 게시\"", "\"headline\":null");
    }

    @Test
    void savingALiveProductDoesNotChangeWhatVisitorsSee() {
        var product = saved("팀", "team-" + UUID.randomUUID());
        publish(product);
        var before = body(product);

        var changed = save(product, PostedForm.with("name", "팀 플러스"));

        assertThat(changed.entry().state()).isEqualTo(State.CHANGED);
        assertThat(body(product)).isEqualTo(before);
        assertThat(changed.snapshot().items("features")).as("a form without a child does not delete it").hasSize(1);
    }

    @Test
    void whatOtherServicesKeepBesideRowsOutlivesASave() {
        var product = saved("팀", "team-" + UUID.randomUUID());
        database.sql("update billing_plan_features set metadata = '{\"source\": \"crm\"}', created_at = '2020-01-01T00:00:00Z' where feature_id = ?")
            .param(product.snapshot().items("features").getFirst().id()).update();
        database.sql("update billing_products set metadata = '{\"erp\": 7}' where product_id = ?").param(product.entry().id()).update();

        save(product, PostedForm.with("name", "팀 2"));

        assertThat(database.sql("select metadata ->> 'source' || ' ' || date_part('year', created_at) from billing_plan_features where feature_id = ?")
            .param(product.snapshot().items("features").getFirst().id()).query(String.class).single()).isEqualTo("crm 2020");
        assertThat(database.sql("select metadata ->> 'erp' from billing_products where product_id = ?").param(product.entry().id()).query(String.class).single())
            .isEqualTo("7");
    }

    @Test
    void aFormPostedTwiceMakesOneEntryAndLosesNothing() {
        var id = UUID.randomUUID();
        var form = PostedForm.with("name", "한 번").and("slug", "once-" + id);
        saving.create(products, id, form.parameters(), author);
        form.parameters().set("headline", "뒤로 갔다가 더 적음");

        var again = saving.create(products, id, form.parameters(), author);

        assertThat(again).isInstanceOfSatisfying(Outcome.Saved.class, saved -> {
            assertThat(saved.copy().snapshot().value("headline")).isEqualTo("뒤로 갔다가 더 적음");
            assertThat(saved.copy().entry().revisions()).isEqualTo(2);
        });
    }

    @Test
    void twoPeopleWhoChangeDifferentFieldsBothKeepTheirText() {
        var product = saved("무료", "free-" + UUID.randomUUID());
        save(product, PostedForm.with("headline", "지금 시작하세요"));

        var merged = save(product, PostedForm.with("description", "카드 없이 시작해요."));

        assertThat(merged.snapshot().value("headline")).isEqualTo("지금 시작하세요");
        assertThat(merged.snapshot().value("description")).isEqualTo("카드 없이 시작해요.");
    }

    @Test
    void twoPeopleWhoChangeTheSameFieldAreBothHeard() {
        var product = saved("무료", "free-" + UUID.randomUUID());
        save(product, PostedForm.with("headline", "하나"));

        var outcome = attempt(product, PostedForm.with("headline", "둘"));

        assertThat(outcome).isInstanceOfSatisfying(Outcome.Conflicted.class, conflict -> {
            assertThat(conflict.merge().conflicts()).extracting("mine", "theirs").containsExactly(org.assertj.core.groups.Tuple.tuple("둘", "하나"));
            assertThat(conflict.draft().snapshot().value("headline")).isEqualTo("둘");
        });
    }

    @Test
    void whatIsIncompleteIsSavedButNotPublished() {
        var outcome = saving.create(products, UUID.randomUUID(), PostedForm.with("headline", "이름은 나중에").parameters(), author);
        var product = ((Outcome.Saved) outcome).copy();

        var result = publishing.publish(List.of(new Exact(product.entry().id(), 1)), author);

        assertThat(result).isInstanceOfSatisfying(Result.Refused.class, refused ->
            assertThat(refused.refusals().getFirst().problems()).extracting("path").contains("name", "slug"));
    }

    @Test
    void aSlugThatAnotherEntryHoldsLiveIsRefusedAndPublishedTogetherWithItsRename() {
        var slug = "pro-" + UUID.randomUUID();
        var holder = saved("프로", slug);
        publish(holder);
        var renamed = save(holder, PostedForm.with("slug", slug + "-old"));
        var newcomer = saved("새 프로", slug);

        var refused = (Result.Refused) publishing.publish(List.of(exact(newcomer)), author);
        assertThat(refused.refusals().getFirst().holder()).satisfies(found -> {
            assertThat(found.title()).isEqualTo("프로");
            assertThat(found.renamed()).isTrue();
        });
        assertThat(publishing.publish(List.of(exact(newcomer), exact(renamed)), author)).isInstanceOf(Result.Committed.class);
    }

    @Test
    void aPublicationIsOnlyEverClosed() {
        var product = saved("그대로", "as-it-is-" + UUID.randomUUID());
        publish(product);
        withdrawing.unpublish(products, product.entry().id(), author);
        publish(product);

        for (var change : List.of("body = body || ' '", "until_edition = from_edition + 1, title = 'x'", "until_edition = from_edition + 1, metadata = '{\"a\":1}'", "from_edition = from_edition")) {
            assertThatThrownBy(() -> alter("update publications set " + change, product, "until_edition is null")).as(change).hasStackTraceContaining("only ever closed");
        }
        assertThatThrownBy(() -> alter("update publications set until_edition = until_edition + 1", product, "until_edition is not null")).as("closed once more").hasStackTraceContaining("only ever closed");
        assertThatThrownBy(() -> alter("delete from publications", product, "true")).hasStackTraceContaining("only ever closed");
        assertThat(body(product)).contains("그대로");
    }

    private void alter(String statement, WorkingCopy copy, String which) {
        database.sql(statement + " where entry_id = ? and " + which).param(copy.entry().id()).update();
    }

    @Test
    void takingDownArchivingAndMovingEachCommitAnEdition() {
        var first = saved("하나", "one-" + UUID.randomUUID());
        var second = saved("둘", "two-" + UUID.randomUUID());
        publish(first);
        long edition = publish(second);

        moving.move(products, second.entry().id(), null, author);
        withdrawing.unpublish(products, second.entry().id(), author);
        withdrawing.archive(products, first.entry().id(), author);

        assertThat(editions.newest()).isEqualTo(edition + 3);
        assertThat(editions.page(null, 3)).extracting(Edition::action)
            .containsExactly(Edition.Action.ARCHIVE, Edition.Action.UNPUBLISH, Edition.Action.MOVE);
        assertThat(entries.entry(products, first.entry().id()).state()).isEqualTo(State.ARCHIVED);
    }

    @Test
    void discardingGoesBackToWhatVisitorsSee() {
        var product = saved("스타터", "starter-" + UUID.randomUUID());
        publish(product);
        save(product, PostedForm.with("name", "스타터 2").removing("features", product.snapshot().items("features").getFirst().id()));

        var discarded = ((Outcome.Saved) saving.discard(products, product.entry().id(), author)).copy();

        assertThat(discarded.entry().state()).isEqualTo(State.PUBLISHED);
        assertThat(entries.workingCopy(products, product.entry().id()).snapshot().saysTheSameAs(product.snapshot())).isTrue();
        var restored = ((Outcome.Saved) saving.restore(products, product.entry().id(), 2, author)).copy();
        assertThat(restored.snapshot().value("name")).isEqualTo("스타터 2");
        assertThat(restored.snapshot().items("features")).isEmpty();
    }

    @Test
    void discardingIsRefusedWhereAnotherHasTakenTheSlugMeanwhile() {
        var slug = "starter-" + UUID.randomUUID();
        var product = saved("스타터", slug);
        publish(product);
        save(product, PostedForm.with("slug", slug + "-2"));
        saved("다른 스타터", slug);

        var refused = (Outcome.Refused) saving.discard(products, product.entry().id(), author);

        assertThat(refused.draft().problems()).extracting("code").containsExactly("SlugTaken");
        assertThat(entries.entry(products, product.entry().id()).head()).isEqualTo(2);
    }

    private WorkingCopy saved(String name, String slug) {
        var form = PostedForm.with("name", name).and("slug", slug).card("features", UUID.randomUUID(), "label", "무제한 게시");
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), form.parameters(), author)).copy();
    }

    private WorkingCopy save(WorkingCopy from, PostedForm form) {
        return ((Outcome.Saved) attempt(from, form)).copy();
    }

    private Outcome attempt(WorkingCopy from, PostedForm form) {
        return saving.save(new Saving.Edit(products, from.entry().id(), from.version(), from.entry().head(), form.parameters(), "", author));
    }

    private Exact exact(WorkingCopy copy) {
        return new Exact(copy.entry().id(), copy.entry().head());
    }

    private long publish(WorkingCopy copy) {
        return ((Result.Committed) publishing.publish(List.of(exact(copy)), author)).edition();
    }

    private String body(WorkingCopy copy) {
        return database.sql("select body from publications where entry_id = ? and until_edition is null").param(copy.entry().id()).query(String.class).single();
    }
}
