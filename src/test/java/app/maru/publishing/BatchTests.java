package app.maru.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
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
import app.maru.database.StatementCount;
import app.maru.publishing.Batch.Act;
import app.maru.publishing.Edition.How;
import app.maru.publishing.Publishing.Exact;

@SpringBootTest
@FreshDatabase
@Tag("kernel")
@Import(StatementCount.class)
class BatchTests {

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Entries entries;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Batches batches;
    @Autowired Editions editions;
    @Autowired StatementCount count;
    @Autowired JdbcClient database;

    UUID author;
    ContentType products;

    @BeforeEach
    void anAuthor() {
        author = database.sql("insert into profiles (name, email) values ('김하늘', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        products = types.of("billing/products");
    }

    @Test
    void manyArePublishedAsOneEditionWhichIsTakenBackAsOne() {
        var draft = saved("초안");
        var changed = published("변경");
        var newer = save(changed, PostedForm.with("name", "변경 2"));
        var live = published("그대로");
        long before = editions.newest();

        var batch = batches.act(Act.PUBLISH, products, ids(draft, newer, live), author);

        assertThat(batch.edition()).isEqualTo(before + 1);
        assertThat(editions.newest()).isEqualTo(before + 1);
        assertThat(batch.done()).isEqualTo(2);
        assertThat(batch.outcomes()).extracting(Batch.Outcome::before, Batch.Outcome::after, Batch.Outcome::done)
            .containsExactly(tuple(null, 1, true), tuple(1, 2, true), tuple(1, 1, false));
        assertThat(batches.batch(products, batch.id())).usingRecursiveComparison().ignoringFields("at").isEqualTo(batch);

        var undone = batches.undo(products, batch.id(), author);

        assertThat(undone).isEqualTo(new Batches.Undone(before + 2, 2, 0));
        assertThat(states(draft, newer, live)).containsExactly(State.DRAFT, State.CHANGED, State.PUBLISHED);
        assertThat(editions.edition(before + 2).changes()).extracting(Edition.Change::how).containsExactlyInAnyOrder(How.UNPUBLISHED, How.CHANGED);
        assertThat(batches.undo(products, batch.id(), author)).as("once").isEqualTo(new Batches.Undone(0, 0, 0));
        assertThat(editions.newest()).isEqualTo(before + 2);
    }

    @Test
    void whatCannotBePublishedIsNamedAndTheOthersGo() {
        var nameless = ((Outcome.Saved) saving.create(products, UUID.randomUUID(), PostedForm.with("headline", "이름 없음").parameters(), author)).copy();
        var archived = saved("보관함");
        withdrawing.archive(products, archived.entry().id(), author);
        var good = saved("준비됨");

        var batch = batches.act(Act.PUBLISH, products, ids(nameless, archived, good), author);

        assertThat(states(nameless, archived, good)).containsExactly(State.DRAFT, State.ARCHIVED, State.PUBLISHED);
        assertThat(batch.refused()).isEqualTo(2);
        assertThat(batch.outcomes().getFirst().refusal().problems()).extracting("path").contains("name", "slug");
        assertThat(batch.outcomes().get(1).refusal().problems()).extracting("code").containsExactly("Archived");
    }

    @Test
    void whatNeedsOneThatCannotBePublishedCannotEither() {
        var slug = "pro-" + UUID.randomUUID();
        var holder = saved("프로", slug);
        publish(holder);
        var renamed = save(holder, PostedForm.with("name", "").and("slug", slug + "-old"));
        var newcomer = saved("새 프로", slug);

        var refused = batches.act(Act.PUBLISH, products, ids(newcomer, renamed), author);
        assertThat(refused.edition()).isZero();
        assertThat(refused.outcomes()).allSatisfy(outcome -> assertThat(outcome.refusal()).isNotNull());
        assertThat(refused.outcomes().getFirst().refusal().holder().entry()).isEqualTo(holder.entry().id());

        save(entries.workingCopy(products, renamed.entry().id()), PostedForm.with("name", "프로 (이전)"));
        var together = batches.act(Act.PUBLISH, products, ids(newcomer, renamed), author);
        assertThat(together.done()).isEqualTo(2);
        assertThat(batches.undo(products, together.id(), author).back()).as("the slug goes back to its former holder").isEqualTo(2);
        assertThat(states(newcomer, renamed)).containsExactly(State.DRAFT, State.CHANGED);
    }

    @Test
    void takingDownArchivingAndRestoringAreOneEditionAtMostAndCanBeTakenBack() {
        var live = published("하나");
        var changed = save(published("둘"), PostedForm.with("name", "둘 더"));
        var draft = saved("셋");
        var all = ids(live, changed, draft);
        long before = editions.newest();

        var down = batches.act(Act.UNPUBLISH, products, all, author);
        assertThat(states(live, changed, draft)).containsOnly(State.DRAFT);
        assertThat(down.done()).isEqualTo(2);
        batches.undo(products, down.id(), author);
        assertThat(states(live, changed, draft)).containsExactly(State.PUBLISHED, State.CHANGED, State.DRAFT);

        var away = batches.act(Act.ARCHIVE, products, all, author);
        assertThat(states(live, changed, draft)).containsOnly(State.ARCHIVED);
        batches.undo(products, away.id(), author);
        assertThat(states(live, changed, draft)).containsExactly(State.PUBLISHED, State.CHANGED, State.DRAFT);
        assertThat(editions.newest()).isEqualTo(before + 4);

        batches.act(Act.ARCHIVE, products, all, author);
        var restored = batches.act(Act.RESTORE, products, all, author);
        assertThat(states(live, changed, draft)).containsOnly(State.DRAFT);
        batches.undo(products, restored.id(), author);
        assertThat(states(live, changed, draft)).containsOnly(State.ARCHIVED);
        assertThat(editions.newest()).as("nobody sees what is restored").isEqualTo(before + 5);
    }

    @Test
    void whatOtherServicesReadBesideAnEntryFollows() {
        var announcements = types.of("announcements");
        var form = PostedForm.with("title", "가을 소식").and("slug", "autumn-" + UUID.randomUUID()).and("body", "새 요금제가 나왔어요.");
        var news = ((Outcome.Saved) saving.create(announcements, UUID.randomUUID(), form.parameters(), author)).copy().entry().id();

        var batch = batches.act(Act.PUBLISH, announcements, List.of(news), author);
        assertThat(status(news)).isEqualTo("published");
        batches.undo(announcements, batch.id(), author);
        assertThat(status(news)).isEqualTo("draft");
        batches.act(Act.ARCHIVE, announcements, List.of(news), author);
        assertThat(status(news)).isEqualTo("archived");
    }

    private String status(UUID announcement) {
        return database.sql("select status from admin_announcements where announcement_id = ?").param(announcement).query(String.class).single();
    }

    @Test
    void whatSomebodyChangedSinceStaysAsTheyLeftIt() {
        var first = saved("하나");
        var second = saved("둘");
        var batch = batches.act(Act.PUBLISH, products, ids(first, second), author);
        var newer = save(first, PostedForm.with("name", "하나 더"));
        publish(newer);

        assertThat(batches.undo(products, batch.id(), author)).extracting(Batches.Undone::back, Batches.Undone::left).containsExactly(1, 1);
        assertThat(states(first, second)).containsExactly(State.PUBLISHED, State.DRAFT);
    }

    @Test
    void aSlugThatAnotherTookMeanwhileIsNotTakenBack() {
        var slug = "once-" + UUID.randomUUID();
        var first = saved("먼저", slug);
        publish(first);
        var down = batches.act(Act.UNPUBLISH, products, ids(first), author);
        save(first, PostedForm.with("slug", slug + "-old"));
        publish(saved("나중", slug));

        assertThat(batches.undo(products, down.id(), author)).isEqualTo(new Batches.Undone(0, 0, 1));
    }

    @Test
    void anEntryOfAnotherTypeAndOneThatIsNotThereAreLeftOut() {
        var here = saved("여기");
        var batch = batches.act(Act.PUBLISH, products, List.of(UUID.randomUUID(), here.entry().id(), here.entry().id()), author);

        assertThat(batch.outcomes()).extracting(Batch.Outcome::entry).containsExactly(here.entry().id());
    }

    @Test
    void aThousandTakeNoMoreStatementsThanOne() {
        var many = IntStream.rangeClosed(1, 30).mapToObj(number -> saved("많은 " + number).entry().id()).toList();

        assertThat(count.during(() -> batches.act(Act.PUBLISH, products, many, author))).hasSizeBetween(5, 15);
        assertThat(count.during(() -> batches.act(Act.UNPUBLISH, products, many, author))).hasSizeBetween(5, 13);
    }

    private List<State> states(WorkingCopy... copies) {
        return Stream.of(copies).map(copy -> entries.entry(products, copy.entry().id()).state()).toList();
    }

    private static List<UUID> ids(WorkingCopy... copies) {
        return Stream.of(copies).map(copy -> copy.entry().id()).toList();
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private WorkingCopy saved(String name) {
        return saved(name, "plan-" + UUID.randomUUID());
    }

    private WorkingCopy saved(String name, String slug) {
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), PostedForm.with("name", name).and("slug", slug).parameters(), author)).copy();
    }

    private WorkingCopy published(String name) {
        var copy = saved(name);
        publish(copy);
        return copy;
    }

    private WorkingCopy save(WorkingCopy from, PostedForm form) {
        return ((Outcome.Saved) saving.save(new Saving.Edit(products, from.entry().id(), from.version(), from.entry().head(), form.parameters(), "", author))).copy();
    }

    private void publish(WorkingCopy copy) {
        assertThat(publishing.publish(List.of(new Exact(copy.entry().id(), copy.entry().head())), author)).isInstanceOf(Publishing.Result.Committed.class);
    }
}
