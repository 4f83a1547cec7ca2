package app.maru.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.checks.CheckResults.Wish;
import app.maru.checks.Finding.Severity;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.content.Several;
import app.maru.content.WorkingCopy;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Withdrawing;

@SpringBootTest
@Tag("kernel")
class ChecksTests {

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Entries entries;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Checks checks;
    @Autowired Checking checking;
    @Autowired CheckResults results;
    @Autowired JdbcClient database;

    private UUID author;
    private ContentType products;

    @BeforeEach
    void anAuthor() {
        author = database.sql("insert into profiles (name, email) values ('김하늘', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        products = types.of("billing/products");
    }

    @Test
    void whatHasNothingWrongWithItHasNothingFound() {
        assertThat(found(saved(plan().and("description", "[밖으로](https://maru.example) [다른 쪽](/pricing) ![차트](/a.png)")))).isEmpty();
    }

    @Test
    void aPictureNeedsAnAlternativeText() {
        var product = saved(plan().and("description", "![](/first.png) ![ ](/second.png) ![차트](/third.png)"));

        assertThat(found(product)).extracting(Finding::code, Finding::path, Finding::arguments)
            .containsExactly(tuple("MissingAlternativeText", "description", List.of("/first.png")), tuple("MissingAlternativeText", "description", List.of("/second.png")));
    }

    @Test
    void aLinkInsideTheSiteLeadsToSomething() {
        var live = live(plan());
        var link = UUID.randomUUID();
        var product = saved(plan().and("description", "[있음](%s) [없음](/billing/products/nowhere?utm=1#top)".formatted(address(live)))
            .card("checkoutLinks", link, "ctaLabel", "시작").and("checkoutLinks." + link + ".checkoutUrl", "/billing/products/nothing/"));

        assertThat(found(product)).extracting(Finding::code, Finding::path, Finding::arguments, Finding::severity).containsExactly(
            tuple("DeadLink", "description", List.of("/billing/products/nowhere"), Severity.WARNING),
            tuple("DeadLink", "checkoutLinks." + link + ".checkoutUrl", List.of("/billing/products/nothing"), Severity.WARNING));
    }

    @Test
    void anAddressThatLeadsOnIsFoundButHintedAt() {
        var renamed = live(plan());
        var former = address(renamed);
        var copy = save(renamed, new PostedForm().and("slug", "renamed-" + UUID.randomUUID()));
        publish(copy);

        assertThat(found(saved(plan().and("description", "[계속](%s)".formatted(former))))).extracting(Finding::code, Finding::severity, Finding::arguments)
            .containsExactly(tuple("RedirectedLink", Severity.HINT, List.of(former, address(copy))));
    }

    @Test
    void aQuestionIsAskedOnceHoweverItIsWritten() {
        var second = UUID.randomUUID();
        var product = saved(plan().card("faqs", UUID.randomUUID(), "question", "환불 되나요?").card("faqs", UUID.randomUUID(), "question", "언제까지요?")
            .card("faqs", UUID.randomUUID(), "question", "1.5배예요?").card("faqs", UUID.randomUUID(), "question", "15배예요?")
            .card("faqs", second, "question", " 환불되나요 ？"));

        assertThat(found(product)).filteredOn(finding -> finding.severity() == Severity.WARNING).extracting(Finding::code, Finding::path)
            .containsExactly(tuple("DuplicateQuestion", "faqs." + second + ".question"));
    }

    @Test
    void aTitleFitsWhereSearchEnginesShowIt() {
        assertThat(found(saved(plan().and("name", "가".repeat(60))))).isEmpty();
        assertThat(found(saved(plan().and("name", "가".repeat(61))))).extracting(Finding::code, Finding::path, Finding::arguments)
            .containsExactly(tuple("LongTitle", "name", List.of("60", "61")));
    }

    @Test
    void whatStandsInTheWayOfPublishingIsFoundFirst() {
        var product = saved(PostedForm.with("name", "").and("slug", "plan-" + UUID.randomUUID()).and("description", "![](/a.png)"));

        assertThat(found(product)).extracting(Finding::code, Finding::severity)
            .containsExactly(tuple("NotBlank", Severity.ERROR), tuple("MissingAlternativeText", Severity.WARNING));
    }

    @Test
    void everySaveIsLookedAtInTheBackground() {
        var product = saved(plan().and("description", "![](/a.png)"));
        checking.catchUp();
        assertThat(kept(product)).extracting(Finding::code).containsExactly("MissingAlternativeText");

        var mended = save(product, new PostedForm().and("description", "![차트](/a.png)"));
        assertThat(results.current(mended.entry())).as("an older revision's findings are nobody's").satisfiesAnyOf(
            nothing -> assertThat(nothing).isEmpty(), done -> assertThat(done.orElseThrow().findings()).isEmpty());
        checking.catchUp();
        assertThat(kept(mended)).isEmpty();
        assertThat(checks.counts(List.of(mended.entry().id()))).isEmpty();
    }

    @Test
    void whoLinksToWhatIsTakenDownIsLookedAtAgain() {
        var target = live(plan().and("name", "봄맞이 할인"));
        var product = saved(plan().and("description", "[할인](%s)".formatted(address(target))));
        checking.catchUp();
        assertThat(kept(product)).isEmpty();

        withdrawing.unpublish(products, target.entry().id(), author);
        checking.catchUp();
        assertThat(kept(product)).extracting(Finding::code, Finding::arguments).containsExactly(tuple("ExpiredLink", List.of(address(target), "봄맞이 할인")));
        assertThat(checks.counts(List.of(product.entry().id()))).containsEntry(product.entry().id(), 1);
        assertThat(remarks(product)).isOne();

        publish(target);
        checking.catchUp();
        assertThat(kept(product)).isEmpty();
        assertThat(remarks(product)).isZero();
    }

    @Test
    void whoLinksToWhatIsNotThereYetIsLookedAtWhenItComes() {
        var target = saved(plan());
        var product = saved(plan().and("description", "[곧](%s)".formatted(address(target))));
        checking.catchUp();
        assertThat(kept(product)).extracting(Finding::code).containsExactly("DeadLink");

        publish(target);
        checking.catchUp();
        assertThat(kept(product)).isEmpty();
    }

    @Test
    void whoLinksToAnEntryIsKnownByEveryAddressItHad() {
        var target = live(plan());
        var first = saved(plan().and("name", "가").and("description", "[하나](%s)".formatted(address(target))));
        var renamed = save(target, new PostedForm().and("slug", "renamed-" + UUID.randomUUID()));
        var second = saved(plan().and("name", "나").and("description", "[둘](%s?a=1) 그리고 [다른 곳](/pricing)".formatted(address(renamed))));

        assertThat(checks.linking(renamed.entry(), 5).first()).extracting(Entry::id).containsExactly(first.entry().id(), second.entry().id());
        assertThat(checks.linking(renamed.entry(), 1).first()).extracting(Entry::id).containsExactly(first.entry().id());
        assertThat(checks.linking(renamed.entry(), 1).total()).isEqualTo(2);
        withdrawing.archive(products, second.entry().id(), author);
        assertThat(checks.linking(renamed.entry(), 5).first()).extracting(Entry::id).containsExactly(first.entry().id());
        assertThat(checks.linking(first.entry(), 5)).isEqualTo(new Several(List.of(), 0));
    }

    @Test
    void toWhomAnEntryLinksIsKnownByEveryAddressTheyHaveOrHad() {
        var target = live(plan());
        var before = address(target);
        save(target, new PostedForm().and("slug", "renamed-" + UUID.randomUUID()));
        var draft = saved(plan());
        var linking = saved(plan().and("description", "[초안](%s) [옛 주소](%s) [번호](/billing/products/%s) [없음](/billing/products/nothing) [다른 곳](/pricing)"
            .formatted(address(draft), before, target.entry().id())));

        assertThat(checks.linked(linking.entry(), 5).first()).extracting(Entry::id).containsExactly(draft.entry().id(), target.entry().id());
        assertThat(checks.linked(linking.entry(), 1).total()).isEqualTo(2);
        assertThat(checks.linked(draft.entry(), 5)).isEqualTo(new Several(List.of(), 0));
    }

    @Test
    void whatWasFoundInADraftIsLookedAtAgainWhenVisitorsGetIt() {
        var product = saved(plan().and("description", "[여기](/billing/products/nowhere)"));
        var flawless = saved(plan());
        checking.catchUp();

        assertThat(List.of(wished(product, () -> publish(product)), wished(flawless, () -> publish(flawless)))).containsExactly(1L, 0L);
    }

    private long wished(WorkingCopy copy, Runnable act) {
        var wishes = database.sql("select wished from content_checks where entry_id = ?").param(copy.entry().id());
        long before = wishes.query(Long.class).single();
        act.run();
        return wishes.query(Long.class).single() - before;
    }

    @Test
    void whatAKilledNodeLeftUndoneIsCaughtUp() {
        var product = saved(plan().and("description", "![](/a.png)"));
        checking.catchUp();
        database.sql("update content_checks set answered = 0, revision = null, findings = '[]', warnings = 0, links = '{}' where entry_id = ?")
            .param(product.entry().id()).update();

        checking.catchUp();

        assertThat(kept(product)).extracting(Finding::code).containsExactly("MissingAlternativeText");
    }

    @Test
    void anAnswerThatComesTooLateChangesNothing() {
        var product = saved(plan().and("description", "![](/a.png)"));
        checking.catchUp();
        var row = database.sql("select id, wished from content_checks where entry_id = ?").param(product.entry().id())
            .query((found, number) -> new Wish(found.getLong(1), product.entry().id(), found.getLong(2))).single();

        results.answer(new Wish(row.id(), row.entry(), row.number() - 1), 1, List.of("/stale"), new Checked(List.of()));
        results.answer(row, 1, List.of("/stale"), new Checked(List.of()));

        assertThat(kept(product)).extracting(Finding::code).containsExactly("MissingAlternativeText");
    }

    @Test
    void whatCannotBeCheckedKeepsNothingElseFromIt() {
        var broken = saved(plan());
        var product = saved(plan().and("description", "![](/a.png)"));
        database.sql("update content_checks set answered = 0, wished = wished + 1 where entry_id in (?, ?)").param(broken.entry().id()).param(product.entry().id()).update();
        database.sql("update content_entries set type = 'no/such' where entry_id = ?").param(broken.entry().id()).update();

        checking.catchUp();

        assertThat(kept(product)).extracting(Finding::code).containsExactly("MissingAlternativeText");
        database.sql("update content_entries set type = 'billing/products' where entry_id = ?").param(broken.entry().id()).update();
    }

    private int remarks(WorkingCopy copy) {
        return database.sql("select remarks from content_entries where entry_id = ?").param(copy.entry().id()).query(Integer.class).single();
    }

    private static PostedForm plan() {
        return PostedForm.with("name", "팀").and("slug", "plan-" + UUID.randomUUID());
    }

    private static String address(WorkingCopy copy) {
        return "/billing/products/" + copy.entry().slug();
    }

    private WorkingCopy saved(PostedForm form) {
        form.parameters().replaceAll((path, texts) -> path.startsWith("_") ? texts : List.of(texts.getLast()));
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), form.parameters(), author)).copy();
    }

    private WorkingCopy save(WorkingCopy copy, PostedForm form) {
        return ((Outcome.Saved) saving.save(new Saving.Edit(products, copy.entry().id(), copy.version(), copy.entry().head(), form.parameters(), "", author))).copy();
    }

    private WorkingCopy live(PostedForm form) {
        var copy = saved(form);
        publish(copy);
        return copy;
    }

    private void publish(WorkingCopy copy) {
        assertThat(publishing.publish(List.of(new Exact(copy.entry().id(), copy.entry().head())), author)).isInstanceOf(Publishing.Result.Committed.class);
    }

    private List<Finding> found(WorkingCopy copy) {
        return checks.of(products, copy.snapshot()).findings();
    }

    private List<Finding> kept(WorkingCopy copy) {
        return results.current(entries.entry(products, copy.entry().id())).orElseThrow().findings();
    }
}
