package app.maru.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.content.State;
import app.maru.content.WorkingCopy;
import app.maru.database.FreshDatabase;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Schedule.Action;
import app.maru.publishing.Scheduling.Result;
import app.maru.publishing.Scheduling.Wish;

@SpringBootTest
@FreshDatabase("schedules")
@Import({Alarm.class, SchedulingTests.Ear.class})
@Tag("kernel")
class SchedulingTests {

    /** Hears that a schedule is done, and makes trouble beforehand where it is asked to. */
    @TestComponent
    static class Ear {

        @EventListener
        void trouble(SchedulesChanged changed) {
            var now = trouble;
            if (now != null && times-- > 0) {
                throw now;
            }
        }

        @TransactionalEventListener
        void hear(SchedulesChanged changed) {
            heard.countDown();
        }
    }

    private static volatile @Nullable RuntimeException trouble;
    private static volatile int times;
    private static volatile CountDownLatch heard = new CountDownLatch(1);

    static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    static final Instant NOON = Instant.parse("2027-03-13T12:00:00Z");

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Entries entries;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Editions editions;
    @Autowired Scheduling scheduling;
    @Autowired Schedules schedules;
    @Autowired Firing firing;
    @Autowired Alarm alarm;
    @Autowired TransactionTemplate transaction;
    @Autowired JdbcClient database;

    UUID author;
    ContentType products;

    @BeforeEach
    void noonInAnEmptyHouse() {
        database.sql("truncate content_entries, content_revisions, publications, billing_products cascade").update();
        author = database.sql("insert into profiles (name, email) values ('박서연', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        products = types.of("billing/products");
        alarm.set(NOON);
    }

    @Test
    void anExactRevisionGoesLiveAtItsTimeAndNotBefore() {
        var copy = saved("봄맞이");
        var schedule = scheduled(publishing(copy, 60));
        save(copy, "나중에 고친 이름");

        pass(59);
        assertThat(entry(copy).isLive()).isFalse();
        pass(1);

        assertThat(entry(copy)).satisfies(entry -> {
            assertThat(entry.live()).isEqualTo(1);
            assertThat(entry.state()).isEqualTo(State.CHANGED);
        });
        var done = schedules.schedule(copy.entry().id(), schedule.id());
        assertThat(done.state()).isEqualTo(Schedule.State.DONE);
        assertThat(done.doneAt()).isEqualTo(alarm.instant());
        assertThat(editions.edition(done.edition())).satisfies(edition -> {
            assertThat(edition.author()).isEqualTo(author);
            assertThat(edition.createdAt()).isEqualTo(NOON.plusSeconds(3600));
            assertThat(edition.changes()).extracting(Edition.Change::title).containsExactly("봄맞이");
        });
    }

    @Test
    void whatIsDoneIsNotDoneAgain() {
        var copy = saved("봄맞이");
        scheduled(publishing(copy, 10));
        pass(10);
        long edition = editions.newest();
        withdrawing.unpublish(products, copy.entry().id(), author);

        pass(60);

        assertThat(editions.newest()).isEqualTo(edition + 1);
        assertThat(entry(copy).isLive()).isFalse();
    }

    @Test
    void whatWasSleptThroughHappensInTheOrderOfItsTimes() {
        var copy = saved("주말 특가");
        scheduled(publishing(copy, 10));
        scheduled(takingDown(copy, 20));
        var other = saved("다른 요금제");
        scheduled(publishing(other, 15));
        long edition = editions.newest();

        pass(3 * 24 * 60);

        assertThat(entry(copy).isLive()).isFalse();
        assertThat(editions.page(null, 3)).extracting(Edition::number).containsExactly(edition + 3, edition + 2, edition + 1);
        assertThat(editions.edition(edition + 1).action()).isEqualTo(Edition.Action.PUBLISH);
        assertThat(schedules.last(copy.entry().id())).get().extracting(Schedule::action).isEqualTo(Action.UNPUBLISH);
        assertThat(entry(other).isLive()).isTrue();
    }

    /** It stands in a dozen indexes: carried out by the thousand, a second change of each takes as long as everything else. */
    @Test
    void anEntryIsChangedOnceByWhatIsCarriedOutAndStandsAsScheduledWhileMoreIsToCome() {
        var copy = saved("주말 특가");
        scheduled(publishing(copy, 10));
        scheduled(takingDown(copy, 20));
        database.sql("create table if not exists entry_changes (entry_id uuid)").update();
        database.sql("create or replace function count_change() returns trigger language plpgsql as 'begin insert into entry_changes values (new.entry_id); return new; end'").update();
        database.sql("create or replace trigger count_change after update on content_entries for each row execute function count_change()").update();

        pass(10);
        assertThat(isScheduled(copy)).isTrue();
        pass(20);

        assertThat(isScheduled(copy)).isFalse();
        assertThat(database.sql("select count(*) from entry_changes where entry_id = ?").param(copy.entry().id()).query(Integer.class).single()).isEqualTo(2);
        database.sql("drop trigger count_change on content_entries").update();
    }

    private boolean isScheduled(WorkingCopy copy) {
        return database.sql("select scheduled from content_entries where entry_id = ?").param(copy.entry().id()).query(Boolean.class).single();
    }

    @Test
    void takingDownTakesDownWhateverIsLiveThen() {
        var copy = saved("주말 특가");
        publish(copy);
        scheduled(takingDown(copy, 10));
        publish(save(copy, "주말 특가 2"));

        pass(10);

        assertThat(entry(copy).state()).isEqualTo(State.DRAFT);
    }

    @Test
    void whatHasHappenedByHandMeanwhileMakesNoEdition() {
        var copy = saved("봄맞이");
        scheduled(publishing(copy, 10));
        long edition = publish(copy);

        pass(10);

        assertThat(editions.newest()).isEqualTo(edition);
        assertThat(schedules.last(copy.entry().id())).get().satisfies(last -> assertThat(last.edition()).isNull());
    }

    @Test
    void aSecondWishTakesThePlaceOfTheFirst() {
        var copy = saved("봄맞이");
        var first = scheduled(publishing(copy, 10));

        var second = (Result.Scheduled) scheduling.schedule(products, publishing(copy, 20), author);

        assertThat(second.before()).isEqualTo(first);
        assertThat(schedules.pending(copy.entry().id())).containsExactly(second.schedule());
        pass(15);
        assertThat(entry(copy).isLive()).isFalse();
    }

    @Test
    void whatIsTakenBackDoesNotHappen() {
        var copy = saved("봄맞이");
        var schedule = scheduled(publishing(copy, 10));

        assertThat(scheduling.cancel(products, copy.entry().id(), schedule.id())).contains(schedule);
        assertThat(scheduling.cancel(products, copy.entry().id(), schedule.id())).isEmpty();
        assertThat(database.sql("select event from auth_audit_logs where subject_id = ? and event like '%schedule%' order by id").param(copy.entry().id()).query(String.class).list())
            .containsExactly("entry_scheduled", "schedule_cancelled");
        pass(10);

        assertThat(entry(copy).isLive()).isFalse();
    }

    @Test
    void archivingTakesItBackAndRestoringBringsItBack() {
        var copy = saved("봄맞이");
        scheduled(publishing(copy, 10));
        withdrawing.archive(products, copy.entry().id(), author);
        assertThat(schedules.pending(copy.entry().id())).isEmpty();

        withdrawing.restore(products, copy.entry().id());

        pass(10);
        assertThat(entry(copy).isLive()).isTrue();
    }

    @Test
    void restoringDoesNotBringBackWhatHasPassed() {
        var copy = saved("봄맞이");
        scheduled(publishing(copy, 10));
        withdrawing.archive(products, copy.entry().id(), author);

        pass(11);
        withdrawing.restore(products, copy.entry().id());

        assertThat(schedules.pending(copy.entry().id())).isEmpty();
        assertThat(schedules.failed(copy.entry().id())).isEmpty();
    }

    @Test
    void whatCannotBePublishedCannotBeScheduled() {
        var incomplete = ((Outcome.Saved) saving.create(products, UUID.randomUUID(), PostedForm.with("headline", "이름 없음").parameters(), author)).copy();

        assertThat(scheduling.schedule(products, publishing(incomplete, 10), author)).isInstanceOfSatisfying(Result.Refused.class, refused ->
            assertThat(refused.refusals().getFirst().problems()).extracting("path").contains("name"));
        assertThat(schedules.pending(incomplete.entry().id())).isEmpty();
    }

    @Test
    void whatWillNotBeLiveCannotBeTakenDown() {
        var copy = saved("봄맞이");

        assertThat(scheduling.schedule(products, takingDown(copy, 10), author)).isInstanceOf(Result.Refused.class);
        scheduled(publishing(copy, 10));
        assertThat(scheduling.schedule(products, takingDown(copy, 10), author)).isInstanceOf(Result.Refused.class);
        scheduled(takingDown(copy, 11));
    }

    @Test
    void nothingGoesLiveAndDownAtOneInstant() {
        var copy = saved("봄맞이");
        publish(copy);
        scheduled(takingDown(copy, 10));

        assertThat(scheduling.schedule(products, publishing(copy, 10), author)).isInstanceOfSatisfying(Result.Refused.class, refused ->
            assertThat(refused.refusals().getFirst().problems()).extracting("code").containsExactly("TimeTaken"));
        scheduled(publishing(copy, 11));
        assertThat(scheduling.schedule(products, takingDown(copy, 11), author)).isInstanceOf(Result.Refused.class);
        assertThat(schedules.pending(copy.entry().id())).extracting(Schedule::action).containsExactly(Action.UNPUBLISH, Action.PUBLISH);
    }

    @Test
    void aSlugThatAnotherStillHoldsFailsAndIsTriedAgain() {
        var holder = saved("프로");
        publish(holder);
        var newcomer = saved("새 프로", holder.entry().slug() + "-2");
        save(holder, PostedForm.with("slug", holder.entry().slug() + "-old"));
        newcomer = save(newcomer, PostedForm.with("slug", holder.entry().slug()));
        var schedule = scheduled(publishing(newcomer, 10));

        pass(10);

        var failed = schedules.failed(newcomer.entry().id());
        assertThat(failed).extracting(Schedule::id).containsExactly(schedule.id());
        assertThat(failed.getFirst().problems()).extracting("code").containsExactly("SlugLive");
        assertThat(schedules.states(List.of(newcomer.entry().id(), holder.entry().id())))
            .containsOnly(Map.entry(newcomer.entry().id(), List.of(Schedule.State.FAILED)));
        pass(60);
        assertThat(entry(newcomer).isLive()).as("it is not tried again by itself").isFalse();

        publish(entries.workingCopy(products, holder.entry().id()));
        scheduling.retry(products, newcomer.entry().id(), schedule.id(), author);
        firing.fireDue();

        assertThat(entry(newcomer).isLive()).isTrue();
        assertThat(schedules.failed(10)).isEmpty();
    }

    @Test
    void aFailureNoLongerMattersOnceItIsPublishedByHand() {
        var holder = saved("프로");
        publish(holder);
        var newcomer = saved("새 프로", holder.entry().slug() + "-2");
        save(holder, PostedForm.with("slug", holder.entry().slug() + "-old"));
        newcomer = save(newcomer, PostedForm.with("slug", holder.entry().slug()));
        scheduled(publishing(newcomer, 10));
        pass(10);
        assertThat(schedules.failed(10)).hasSize(1);

        alarm.advance(Duration.ofMinutes(1));
        publish(save(newcomer, PostedForm.with("slug", holder.entry().slug() + "-3")));

        assertThat(schedules.failed(10)).isEmpty();
        assertThat(schedules.failed(newcomer.entry().id())).isEmpty();
    }

    @Test
    void whatSomebodyIsAtWaitsForAnotherMomentAndHoldsUpNothingElse() {
        var copy = saved("봄맞이");
        var other = saved("다른 요금제");
        scheduled(publishing(copy, 10));
        scheduled(publishing(other, 11));
        alarm.advance(Duration.ofMinutes(20));

        transaction.executeWithoutResult(status -> {
            entries.lock(List.of(copy.entry().id()));
            elsewhere(firing::fireDue);
        });

        assertThat(entry(other).isLive()).isTrue();
        assertThat(entry(copy).isLive()).isFalse();
        pass(0);
        assertThat(entry(copy).isLive()).isTrue();
    }

    @Test
    void takingDownWaitsForAGoingLiveThatTheDatabaseHeldUp() {
        var copy = saved("주말 특가");
        scheduled(publishing(copy, 10));
        scheduled(takingDown(copy, 20));
        long edition = editions.newest();
        trouble(new QueryTimeoutException("The database is busy"), 1);

        pass(30);

        assertThat(schedules.pending(copy.entry().id())).hasSize(2);
        assertThat(editions.newest()).isEqualTo(edition);
        pass(0);
        assertThat(editions.newest()).isEqualTo(edition + 2);
        assertThat(entry(copy).isLive()).isFalse();
    }

    @Test
    void whatNobodyForesawIsAFailureAndHoldsUpNothingElse() {
        var copy = saved("봄맞이");
        var other = saved("다른 요금제");
        scheduled(publishing(copy, 10));
        scheduled(publishing(other, 11));
        trouble(new IllegalStateException("Nobody foresaw this"), 1);

        pass(30);

        assertThat(schedules.failed(copy.entry().id()).getFirst().problems()).extracting("code").containsExactly("Unforeseen");
        assertThat(entry(copy).isLive()).isFalse();
        assertThat(entry(other).isLive()).isTrue();
    }

    @Test
    void manyAtOnceDoEachOfThemOnce() throws Exception {
        var copies = IntStream.range(0, 40).mapToObj(number -> saved("요금제 " + number)).toList();
        IntStream.range(0, 40).forEach(number -> scheduled(publishing(copies.get(number), 1 + number)));
        IntStream.range(0, 20).forEach(number -> scheduled(takingDown(copies.get(number), 50 + number)));
        long edition = editions.newest();
        alarm.advance(Duration.ofMinutes(90));

        try (var nodes = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var node : nodes.invokeAll(Collections.nCopies(4, Executors.callable(firing::fireDue)))) {
                node.get();
            }
        }
        firing.fireDue();

        assertThat(editions.newest()).isEqualTo(edition + 60);
        assertThat(database.sql("select count(distinct edition) from content_schedules where state = 'done'").query(Integer.class).single()).isEqualTo(60);
        assertThat(copies.stream().filter(copy -> entry(copy).isLive())).containsExactlyElementsOf(copies.subList(20, 40));
    }

    @Test
    void whatIsDueIsFoundByTheClockFromTheStartOn() throws Exception {
        var copy = saved("봄맞이");
        scheduled(publishing(copy, 10));
        alarm.advance(Duration.ofMinutes(60));
        var fired = new CountDownLatch(1);
        heard = fired;

        var clock = new FiringClock(firing);
        clock.start();

        assertThat(fired.await(10, TimeUnit.SECONDS)).isTrue();
        clock.stop();
        assertThat(entry(copy).isLive()).isTrue();
    }

    @Test
    void goingThroughWhatComesNextLeavesAllAsItIs() {
        var copy = saved("봄맞이");
        firing.rehearse();
        scheduled(publishing(copy, 10));
        long edition = editions.newest();

        firing.rehearse();

        assertThat(editions.newest()).isEqualTo(edition);
        assertThat(schedules.pending(copy.entry().id())).hasSize(1);
        assertThat(entry(copy).isLive()).isFalse();
    }

    @Test
    void thePersonMayBeGoneWhenTheTimeComes() {
        var copy = saved("봄맞이");
        scheduled(publishing(copy, 10));
        database.sql("delete from profiles where id = ?").param(author).update();

        pass(10);

        assertThat(entry(copy).isLive()).isTrue();
    }

    @Test
    void whatOnePersonChoseForOneSecondIsOneEdition() {
        var leaving = saved("프로");
        publish(leaving);
        save(leaving, PostedForm.with("slug", leaving.entry().slug() + "-old"));
        var coming = saved("새 프로", leaving.entry().slug());
        var other = saved("팀");
        var colleague = database.sql("insert into profiles (name, email) values ('이준호', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        var wanted = List.of(scheduled(takingDown(leaving, 10)), scheduled(publishing(coming, 10)),
            scheduled(new Wish(other.entry().id(), Action.PUBLISH, 1, new Appointment(NOON.plusSeconds(600).plusMillis(400), SEOUL))));
        var theirs = saved("학생");
        scheduling.schedule(products, publishing(theirs, 10), colleague);
        long edition = editions.newest();

        alarm.advance(Duration.ofSeconds(1));
        pass(10);

        assertThat(editions.newest()).isEqualTo(edition + 2);
        assertThat(editions.edition(edition + 1)).satisfies(committed -> {
            assertThat(committed.author()).isEqualTo(author);
            assertThat(committed.scheduled()).isTrue();
            assertThat(committed.changes()).extracting(Edition.Change::title, Edition.Change::how).containsExactlyInAnyOrder(
                tuple("프로", Edition.How.UNPUBLISHED), tuple("새 프로", Edition.How.PUBLISHED), tuple("팀", Edition.How.PUBLISHED));
        });
        assertThat(editions.edition(edition + 2).author()).isEqualTo(colleague);
        assertThat(wanted).allSatisfy(schedule -> assertThat(schedules.schedule(schedule.entry(), schedule.id())).satisfies(done -> {
            assertThat(done.state()).isEqualTo(Schedule.State.DONE);
            assertThat(done.edition()).isEqualTo(edition + 1);
        }));
        assertThat(schedules.last(theirs.entry().id())).get().extracting(Schedule::edition).isEqualTo(edition + 2);
    }

    @Test
    void oneThatCannotHoldsNothingElseOfTheMomentBack() {
        var holder = saved("프로");
        publish(holder);
        save(holder, PostedForm.with("slug", holder.entry().slug() + "-old"));
        var newcomer = saved("새 프로", holder.entry().slug());
        var unchanged = saved("그대로");
        publish(unchanged);
        var good = saved("팀");
        List.of(newcomer, unchanged, good).forEach(copy -> scheduled(publishing(copy, 10)));
        long edition = editions.newest();

        pass(10);

        assertThat(schedules.failed(newcomer.entry().id()).getFirst().problems()).extracting("code").containsExactly("SlugLive");
        assertThat(schedules.last(good.entry().id())).get().extracting(Schedule::edition).isEqualTo(edition + 1);
        assertThat(schedules.last(unchanged.entry().id())).get().extracting(Schedule::edition).as("visitors saw just that already").isNull();
        assertThat(editions.newest()).isEqualTo(edition + 1);
    }

    @Test
    void whatNobodyForesawHoldsNothingElseOfTheMomentBack() {
        var copies = IntStream.range(0, 3).mapToObj(number -> saved("요금제 " + number)).toList();
        copies.forEach(copy -> scheduled(publishing(copy, 10)));
        trouble(new IllegalStateException("Nobody foresaw this"), 2);

        pass(10);

        assertThat(copies).extracting(copy -> entry(copy).isLive()).containsExactly(false, true, true);
        assertThat(schedules.failed(copies.getFirst().entry().id()).getFirst().problems()).extracting("code").containsExactly("Unforeseen");
    }

    @Test
    void whatOneNodeIsAtIsLeftToIt() {
        var copy = saved("봄맞이");
        scheduled(publishing(copy, 10));
        alarm.advance(Duration.ofMinutes(10));

        transaction.executeWithoutResult(status -> {
            database.sql("select pg_advisory_xact_lock(hashtext('schedules'))").query().singleRow();
            elsewhere(firing::fireDue);
        });

        assertThat(entry(copy).isLive()).isFalse();
        pass(0);
        assertThat(entry(copy).isLive()).isTrue();
    }

    @Test
    void whatComesIsListedPageByPage() {
        var all = IntStream.rangeClosed(1, 5).mapToObj(number -> scheduled(publishing(saved("요금제 " + number), 10 * number)).id()).toList();

        var first = schedules.coming(null, 3);
        var second = schedules.coming(first.getLast().id(), 3);

        assertThat(first).extracting(Schedule::id).containsExactlyElementsOf(all.subList(0, 3));
        assertThat(second).extracting(Schedule::id).containsExactlyElementsOf(all.subList(3, 5));
        assertThat(schedules.pending()).isEqualTo(5);
        pass(20);
        assertThat(schedules.past(10)).extracting(Schedule::title).containsExactly("요금제 2", "요금제 1");
    }

    /** So many of the next changes of schedules fail. */
    private static void trouble(RuntimeException failure, int changes) {
        times = changes;
        trouble = failure;
    }

    private static void elsewhere(Runnable act) {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            other.submit(act);
        }
    }

    private void pass(int minutes) {
        alarm.advance(Duration.ofMinutes(minutes));
        firing.fireDue();
    }

    private Wish publishing(WorkingCopy copy, int minutes) {
        return new Wish(copy.entry().id(), Action.PUBLISH, copy.entry().head(), in(minutes));
    }

    private Wish takingDown(WorkingCopy copy, int minutes) {
        return new Wish(copy.entry().id(), Action.UNPUBLISH, null, in(minutes));
    }

    private Appointment in(int minutes) {
        return new Appointment(alarm.instant().plus(Duration.ofMinutes(minutes)), SEOUL);
    }

    private Schedule scheduled(Wish wish) {
        return ((Result.Scheduled) scheduling.schedule(products, wish, author)).schedule();
    }

    private WorkingCopy saved(String name) {
        return saved(name, "plan-" + UUID.randomUUID());
    }

    private WorkingCopy saved(String name, String slug) {
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), PostedForm.with("name", name).and("slug", slug).parameters(), author)).copy();
    }

    private WorkingCopy save(WorkingCopy from, String name) {
        return save(from, PostedForm.with("name", name));
    }

    private WorkingCopy save(WorkingCopy from, PostedForm form) {
        return ((Outcome.Saved) saving.save(new Saving.Edit(products, from.entry().id(), from.version(), from.entry().head(), form.parameters(), "", author))).copy();
    }

    private long publish(WorkingCopy copy) {
        return ((Publishing.Result.Committed) publishing.publish(List.of(new Exact(copy.entry().id(), copy.entry().head())), author)).edition();
    }

    private Entry entry(WorkingCopy copy) {
        return entries.entry(products, copy.entry().id());
    }
}
