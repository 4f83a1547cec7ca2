package app.maru.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.checks.Checks;
import app.maru.checks.EntryChecked;
import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Outcome;
import app.maru.content.PostedForm;
import app.maru.content.Saving;
import app.maru.content.WorkingCopy;
import app.maru.database.FreshDatabase;
import app.maru.metrics.Metric;
import app.maru.metrics.MetricAlert;
import app.maru.metrics.Metrics;
import app.maru.publishing.Alarm;
import app.maru.publishing.Appointment;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Schedule.Action;
import app.maru.publishing.SchedulesChanged;
import app.maru.publishing.Scheduling;
import app.maru.publishing.Scheduling.Wish;
import app.maru.publishing.Withdrawing;

/** What the product sees that somebody should do something about. */
@SpringBootTest
@FreshDatabase("reports")
@Import(Alarm.class)
@Tag("kernel")
class ReportsTests {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final Instant NOON = Instant.parse("2027-03-13T12:00:00Z");

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Entries entries;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Scheduling scheduling;
    @Autowired Checks checks;
    @Autowired Tasks tasks;
    @Autowired Comments comments;
    @Autowired TaskLines lines;
    @Autowired Metrics metrics;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;
    @Autowired Alarm alarm;
    @Autowired JdbcClient database;

    private UUID editor;
    private ContentType products;

    @BeforeEach
    void anEditorAtNoon() {
        editor = database.sql("insert into profiles (name, email) values ('박서연', ?) returning id").param(UUID.randomUUID() + "@maru.example").query(UUID.class).single();
        database.sql("insert into staff (profile_id, role) values (?, 'editor')").param(editor).update();
        products = types.of("billing/products");
        alarm.set(NOON);
    }

    @Test
    void aFailedScheduleIsATaskOfWhoMadeIt() {
        var newcomer = failing();

        assertThat(about(newcomer)).singleElement().satisfies(task -> {
            assertThat(task.title()).isEqualTo("새 프로");
            assertThat(task.reason()).isEqualTo(Reason.FAILED_SCHEDULE);
            assertThat(task.status()).isEqualTo(Status.OPEN);
            assertThat(task.priority()).isEqualTo(Priority.HIGH);
            assertThat(task.assignee()).isEqualTo(editor);
            assertThat(task.due()).isEqualTo(alarm.instant().plus(Duration.ofDays(1)));
            assertThat(task.by()).isNull();
        });
    }

    @Test
    void thatItFailsAgainIsSaidOnTheTaskThereIs() {
        var newcomer = failing();
        var schedule = failed(newcomer);

        alarm.advance(Duration.ofHours(5));
        scheduling.retry(products, newcomer.entry().id(), schedule, editor);
        assertThat(about(newcomer)).as("while it is tried").singleElement().extracting(Task::status).isEqualTo(Status.OPEN);
        alarm.ring();

        assertThat(about(newcomer)).singleElement().satisfies(task -> {
            assertThat(task.status()).isEqualTo(Status.OPEN);
            assertThat(task.due()).isEqualTo(alarm.instant().plus(Duration.ofDays(1)));
            assertThat(comments.of(task.id())).extracting(Comment::event).containsExactly("again");
        });
    }

    @Test
    void aRetryThatSucceedsClosesIt() {
        var newcomer = failing();
        freeTheSlug();

        scheduling.retry(products, newcomer.entry().id(), failed(newcomer), editor);
        alarm.ring();

        assertThat(about(newcomer)).singleElement().satisfies(this::isClosedByTheProduct);
    }

    @Test
    void publishingByHandClosesIt() {
        var newcomer = failing();
        freeTheSlug();
        alarm.advance(Duration.ofMinutes(1));

        publish(newcomer);

        assertThat(about(newcomer)).singleElement().satisfies(this::isClosedByTheProduct);
    }

    @Test
    void whatSomebodyCancelledIsNotMadeAgainForTheSameFailure() {
        var newcomer = failing();
        tasks.move(about(newcomer).getFirst().id(), Status.CANCELLED, editor);

        transaction.executeWithoutResult(status -> events.publishEvent(new SchedulesChanged("billing/products", List.of(newcomer.entry().id()))));

        assertThat(about(newcomer)).singleElement().extracting(Task::status).isEqualTo(Status.CANCELLED);
    }

    @Test
    void aBrokenLinkMattersAsSoonAsVisitorsSeeIt() {
        var product = saved(PostedForm.with("name", "팀").and("slug", slug()).and("description", "[여기](/billing/products/nowhere)"));
        check(product);
        assertThat(about(product)).as("a draft").isEmpty();

        publish(product);
        check(product);
        check(product);

        assertThat(about(product)).singleElement().satisfies(task -> {
            assertThat(task.reason()).isEqualTo(Reason.BROKEN_LINK);
            assertThat(task.description()).isEqualTo("- `/billing/products/nowhere`");
            assertThat(comments.of(task.id())).as("the same again says nothing").isEmpty();
        });
    }

    @Test
    void aMendedLinkClosesItAsSoonAsVisitorsSeeThat() {
        var product = broken();
        var mended = save(product, PostedForm.with("description", "링크 없이"));
        check(mended);
        assertThat(about(product)).as("visitors still meet it").singleElement().extracting(Task::status).isEqualTo(Status.OPEN);

        publish(mended);

        assertThat(about(product)).singleElement().satisfies(this::isClosedByTheProduct);
    }

    @Test
    void anotherBrokenLinkIsSaidOnTheTaskThereIs() {
        var product = broken();
        var worse = save(product, PostedForm.with("description", "[여기](/billing/products/nowhere) [저기](/billing/products/neither)"));
        publish(worse);
        check(worse);

        assertThat(about(product)).singleElement().satisfies(task -> assertThat(comments.of(task.id())).singleElement().satisfies(comment -> {
            assertThat(comment.event()).isEqualTo("again");
            assertThat(comment.text()).contains("nowhere", "neither");
        }));
    }

    @Test
    void takingItDownClosesItToo() {
        var product = broken();

        withdrawing.unpublish(products, product.entry().id(), editor);

        assertThat(about(product)).singleElement().satisfies(this::isClosedByTheProduct);
    }

    @Test
    void oneTaskForAReasonIsOpenAtMost() {
        var product = broken();
        var first = about(product).getFirst();
        tasks.move(first.id(), Status.DONE, editor);
        check(product);
        assertThat(about(product)).hasSize(2);

        assertThat(tasks.move(first.id(), Status.OPEN, editor)).isInstanceOf(Tasks.Moved.Doubled.class);
        assertThat(tasks.task(first.id()).status()).isEqualTo(Status.DONE);
    }

    @Test
    void aMetricThatGoesWhereItShouldNotIsATaskUntilItIsBack() {
        var id = database.sql("insert into admin_metric_definitions (metric_key, label, category, unit, alert_above) values (?, 'Queue', 'own', 'jobs', 10) returning metric_id")
            .param("own." + UUID.randomUUID().toString().substring(0, 8)).query(UUID.class).single();
        var metric = metrics.withIds(List.of(id)).get(id);

        tell(new MetricAlert(metric, MetricAlert.Kind.ABOVE, true, new BigDecimal("11"), BigDecimal.TEN, alarm.instant()));
        assertThat(about(id)).singleElement().satisfies(task -> {
            assertThat(task.reason()).isEqualTo(Reason.METRIC_ABOVE);
            assertThat(task.title()).isEqualTo("Queue");
            assertThat(task.description()).isEqualTo("`11` > `10` jobs");
            assertThat(lines.line(task).about()).extracting(TaskLine.Subject::href, TaskLine.Subject::text).containsExactly(metric.address(), "Queue");
        });
        tell(new MetricAlert(metric, MetricAlert.Kind.MISSING, true, null, BigDecimal.TEN, alarm.instant()));
        tell(new MetricAlert(metric, MetricAlert.Kind.ABOVE, false, null, BigDecimal.TEN, alarm.instant()));

        assertThat(about(id)).extracting(Task::status).as("one for each alert").containsExactly(Status.DONE, Status.OPEN);
        isClosedByTheProduct(about(id).getFirst());
    }

    @Test
    void whatComesBackWithinADayIsTheSameTaskAgain() {
        var id = database.sql("insert into admin_metric_definitions (metric_key, label, category, unit, alert_above) values (?, 'Queue', 'own', 'jobs', 10) returning metric_id")
            .param("own." + UUID.randomUUID().toString().substring(0, 8)).query(UUID.class).single();
        var metric = metrics.withIds(List.of(id)).get(id);
        tell(alert(metric, true));
        tell(alert(metric, false));
        alarm.advance(Duration.ofHours(23));
        tell(alert(metric, true));

        assertThat(about(id)).singleElement().satisfies(task -> {
            assertThat(task.status()).isEqualTo(Status.OPEN);
            assertThat(task.due()).isEqualTo(alarm.instant().plus(Duration.ofDays(1)));
            assertThat(comments.of(task.id())).extracting(Comment::event).containsExactly("gone", "again");
        });
        tell(alert(metric, false));
        alarm.advance(Duration.ofHours(25));
        tell(alert(metric, true));
        assertThat(about(id)).extracting(Task::status).containsExactly(Status.DONE, Status.OPEN);
    }

    private MetricAlert alert(Metric metric, boolean raised) {
        return new MetricAlert(metric, MetricAlert.Kind.ABOVE, raised, new BigDecimal("11"), BigDecimal.TEN, alarm.instant());
    }

    private void tell(MetricAlert alert) {
        transaction.executeWithoutResult(status -> events.publishEvent(alert));
    }

    private void isClosedByTheProduct(Task task) {
        assertThat(task.status()).isEqualTo(Status.DONE);
        assertThat(comments.of(task.id())).last().satisfies(comment -> {
            assertThat(comment.event()).isEqualTo("gone");
            assertThat(comment.by()).isNull();
        });
    }

    private List<Task> about(WorkingCopy copy) {
        return about(copy.entry().id());
    }

    private List<Task> about(UUID subject) {
        return database.sql("select * from admin_tasks where subject_id = ? order by id").param(subject).query(Task::read).list();
    }

    private WorkingCopy holder;

    /** Something that was to go live under a slug that another still holds. */
    private WorkingCopy failing() {
        holder = saved(PostedForm.with("name", "프로").and("slug", slug()));
        publish(holder);
        var newcomer = saved(PostedForm.with("name", "새 프로").and("slug", slug()));
        var slug = holder.entry().slug();
        holder = save(holder, PostedForm.with("slug", slug()));
        newcomer = save(newcomer, PostedForm.with("slug", slug));
        scheduling.schedule(products, new Wish(newcomer.entry().id(), Action.PUBLISH, newcomer.entry().head(), in(10)), editor);
        alarm.advance(Duration.ofMinutes(10));
        alarm.ring();
        return newcomer;
    }

    private void freeTheSlug() {
        publish(holder);
    }

    private UUID failed(WorkingCopy copy) {
        return database.sql("select schedule_id from content_schedules where entry_id = ? and state = 'failed'").param(copy.entry().id()).query(UUID.class).single();
    }

    private WorkingCopy broken() {
        var product = saved(PostedForm.with("name", "팀").and("slug", slug()).and("description", "[여기](/billing/products/nowhere)"));
        publish(product);
        check(product);
        return product;
    }

    /** What the checks tell when they have looked in the background. */
    private void check(WorkingCopy copy) {
        transaction.executeWithoutResult(status -> events.publishEvent(new EntryChecked(copy.entry().id(), copy.entry().head(), checks.of(products, copy.snapshot()))));
    }

    private Appointment in(int minutes) {
        return new Appointment(alarm.instant().plus(Duration.ofMinutes(minutes)), SEOUL);
    }

    private void publish(WorkingCopy copy) {
        assertThat(publishing.publish(List.of(new Exact(copy.entry().id(), copy.entry().head())), editor)).isInstanceOf(Publishing.Result.Committed.class);
    }

    private WorkingCopy saved(PostedForm form) {
        return ((Outcome.Saved) saving.create(products, UUID.randomUUID(), form.parameters(), editor)).copy();
    }

    private WorkingCopy save(WorkingCopy copy, PostedForm form) {
        return ((Outcome.Saved) saving.save(new Saving.Edit(products, copy.entry().id(), copy.version(), copy.entry().head(), form.parameters(), "", editor))).copy();
    }

    private static String slug() {
        return "plan-" + UUID.randomUUID();
    }
}
