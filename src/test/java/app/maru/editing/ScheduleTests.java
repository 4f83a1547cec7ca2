package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.PostedForm;
import app.maru.content.State;
import app.maru.database.FreshDatabase;
import app.maru.identity.DeskBrowser.Page;
import app.maru.identity.Role;
import app.maru.publishing.Alarm;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
@FreshDatabase("schedule")
@Import(Alarm.class)
class ScheduleTests {

    private static final Pattern UNDO = Pattern.compile("(?s)class=\"desk-toast\".*?<form method=\"post\" action=\"([^\"]+)\">(.*?)</form>");
    private static final Pattern FIELD = Pattern.compile("name=\"([^\"]+)\" value=\"([^\"]*)\"");
    private static final Pattern SCHEDULE = Pattern.compile("name=\"_schedule\" value=\"([^\"]+)\"");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    @LocalServerPort
    private int port;
    @Autowired
    private ContentTypes types;
    @Autowired
    private Entries entries;
    @Autowired
    private Alarm alarm;
    @Autowired
    private JdbcClient database;
    private Desk editor;

    @BeforeEach
    void anEditorOnAFridayMorning() {
        alarm.set(Instant.parse("2027-03-12T00:00:00Z"));
        database.sql("delete from content_schedules").update();
        editor = Desk.of(port, Role.EDITOR);
    }

    @Test
    void whatIsTypedIsSavedAndGoesLiveAtItsTime() {
        var id = editor.draft("봄맞이");

        schedule(id, editor.form(id).and("headline", "봄맞이 반값"), "2027-03-15T09:00");

        assertThat(editor.seen().text()).contains("Scheduled: Publish version 2, Mon, Mar 15, 2027", "Undo", "Korean Time (Asia/Seoul)", "박서연");
        assertThat(editor.seen().body()).contains("<span class=\"state scheduled\">");
        assertThat(entry(id).state()).isEqualTo(State.DRAFT);
        alarm.set(Instant.parse("2027-03-15T00:00:00Z"));
        alarm.ring();
        assertThat(entry(id).live()).isEqualTo(2);
        assertThat(editor.open(id).text()).contains("Nothing is scheduled.", "Last by itself: Publish version 2,", "Edition");
        assertThat(editor.open(id).body()).doesNotContain("<span class=\"state scheduled\">");
        assertThat(editor.browser().get("/editions").text()).containsPattern("Published · 박서연 , [^·]* · as scheduled");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-12T08:59, Asia/Seoul, 'has passed: it is Fri, Mar 12, 2027'",
        "2027-03-14T02:30, America/New_York, does not exist in America/New_York: clocks are set from Sun',' Mar 14',' 2027",
        "'', Asia/Seoul, Choose a date and a time.",
        "soon, Asia/Seoul, “soon” is no date and time.",
        "2047-03-14T02:30, Asia/Seoul, more than 10 years ahead"})
    void aTimeThatCannotBeIsSaidInPlaceAndNothingTypedIsLost(String at, String zone, String says) {
        var id = editor.draft("봄맞이");

        var refused = schedule(id, editor.form(id).and("headline", "아직 저장 전").and("_zone", zone), at);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains(says.replace("'", ""));
        assertThat(refused.body()).contains("value=\"아직 저장 전\"", "aria-describedby=\"schedule-zone schedule-error\"");
        assertThat(at.isEmpty() || refused.body().contains("value=\"" + at + "\"")).isTrue();
        assertThat(entry(id).revisions()).as("nothing half done").isEqualTo(1);
        assertThat(pending(id)).isZero();
    }

    @Test
    void ofATimeThatComesTwiceTheFirstIsTakenAndThatIsSaid() {
        var id = editor.draft("가을맞이");

        schedule(id, editor.form(id).and("_zone", "America/New_York"), "2027-11-07T01:30");

        assertThat(editor.seen().text().replace('\u202f', ' ')).contains("Scheduled: Publish version 1, Sun, Nov 7, 2027 2:30 PM. That night clocks show 1:30 AM twice",
            "the first is meant, in America/New_York (UTC−4).");
        assertThat(database.sql("select at from content_schedules where entry_id = ?").param(id).query(java.time.OffsetDateTime.class).single().toInstant())
            .isEqualTo("2027-11-07T05:30:00Z");
    }

    @Test
    void aTimeIsReadInTheZoneOfWhoeverReads() {
        var id = editor.draft("가을맞이");

        schedule(id, editor.form(id).and("_zone", "America/New_York"), "2027-06-01T09:00");

        assertThat(editor.seen().text().replace('\u202f', ' ')).contains("Tue, Jun 1, 2027 10:00 PM", "Tue, Jun 1, 2027 9:00 AM, America/New_York (UTC−4)");
    }

    @Test
    void whatCannotBeSavedIsNotScheduledAndKeepsTheTime() {
        var id = editor.draft("봄맞이");

        var refused = schedule(id, editor.form(id).and("slug", "Nicht So"), "2027-03-15T09:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"Nicht So\"", "value=\"2027-03-15T09:00\"");
        assertThat(pending(id)).isZero();
    }

    @Test
    void whatIsIncompleteIsSavedAndSaidToBeMissing() {
        var id = editor.draft("봄맞이");

        var refused = schedule(id, editor.form(id).and("name", ""), "2027-03-15T09:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Saved, but not scheduled yet", "Name : Needed to publish");
        assertThat(refused.body()).contains("value=\"2027-03-15T09:00\"");
        assertThat(entry(id).revisions()).isEqualTo(2);
        assertThat(pending(id)).isZero();
    }

    @Test
    void whatTheChecksWarnOfIsSeenBeforeItIsScheduled() {
        var id = editor.draft("봄맞이");
        var form = editor.form(id).and("description", "![](https://cdn.example/a.png)");

        var asked = schedule(id, form, "2027-03-15T09:00");

        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Saved, but not scheduled yet", "has no alternative text", "I have seen the warnings (1) and schedule all the same");
        assertThat(asked.body()).contains("value=\"2027-03-15T09:00\"", "name=\"_seen\" id=\"schedule-seen\" form=\"editor-form\" autocomplete=\"off\" value=\"2\"");
        assertThat(schedule(id, editor.form(id).and("headline", "반값").and("_seen", "2"), "2027-03-15T09:00").status())
            .as("what was seen says something else by now").isEqualTo(422);
        assertThat(pending(id)).isZero();

        assertThat(schedule(id, editor.form(id).and("_seen", "3"), "2027-03-15T09:00").status()).isEqualTo(302);
        assertThat(pending(id)).isOne();
        undo(editor.seen());
        undo(editor.seen());
        assertThat(pending(id)).as("what was seen once is brought back without a question").isOne();
    }

    @Test
    void whatStandsInTheWayIsSaidBeforeWhatIsOnlyWarnedOf() {
        var id = editor.draft("봄맞이");

        var refused = schedule(id, editor.form(id).and("name", "").and("description", "![](https://cdn.example/a.png)"), "2027-03-15T09:00");

        assertThat(refused.text()).contains("Name : Needed to publish").doesNotContain("I have seen the warnings");
    }

    @Test
    void schedulingIsUndone() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");

        undo(editor.seen());

        assertThat(editor.seen().text()).contains("Cancelled: Publish version 1");
        assertThat(pending(id)).isZero();
        undo(editor.seen());
        assertThat(pending(id)).isOne();
        schedule(id, editor.form(id), "2027-03-16T09:00");
        undo(editor.seen());
        assertThat(editor.seen().text()).contains("Mon, Mar 15, 2027");
        assertThat(pending(id)).isOne();
    }

    @Test
    void aNewerVersionLeavesTheScheduleWithItsOwnAndTheEntrySaysSo() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");

        editor.save(id, editor.form(id).and("headline", "봄맞이 반값"));

        assertThat(editor.seen().text()).contains("Exactly version 1 goes live. Version 2, saved since, does not.", "Schedule version 2 instead");
        editor.put(Desk.address(id) + "/schedule", PostedForm.with("_action", "publish").and("_at", "2027-03-15T09:00").and("_zone", "Asia/Seoul").and("_revision", "2"));
        assertThat(editor.seen().text()).contains("Publish version 2").doesNotContain("Exactly version");
    }

    @Test
    void publishingByHandMeanwhileIsSaidBesideTheSchedule() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");

        editor.publish(id, editor.form(id));
        assertThat(editor.seen().text()).contains("Visitors see this version already.");
        editor.publish(id, editor.form(id).and("headline", "봄맞이 반값"));

        assertThat(editor.seen().text()).contains("Visitors see version 2 now, which is newer: at that time it gives way to version 1.");
    }

    @Test
    void archivingTakesTheScheduleBackAndItsUndoBringsItBack() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");

        editor.put(Desk.address(id) + "/archive", new PostedForm());

        assertThat(editor.seen().text()).contains("what was scheduled is cancelled");
        assertThat(pending(id)).isZero();
        undo(editor.seen());
        assertThat(pending(id)).isOne();
    }

    @Test
    void whatIsLiveIsTakenDownAtItsTime() {
        var id = editor.live("주말 특가");

        schedule(id, editor.form(id).and("_action", "unpublish"), "2027-03-14T18:00");

        assertThat(editor.seen().text()).contains("Scheduled: Take down, Sun, Mar 14, 2027");
        alarm.set(Instant.parse("2027-03-14T09:00:00Z"));
        alarm.ring();
        assertThat(entry(id).isLive()).isFalse();
    }

    @Test
    void whatWillNotBeLiveIsNotTakenDown() {
        var id = editor.draft("봄맞이");

        var refused = schedule(id, editor.form(id).and("_action", "unpublish"), "2027-03-14T18:00");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Nothing of it will be live then");
    }

    @Test
    void aFailureIsReadOnTheEntryAndInTheScheduleAndTriedAgain() {
        var holder = editor.live("프로");
        var slug = entry(holder).slug();
        editor.save(holder, editor.form(holder).and("slug", slug + "-old"));
        var id = editor.draft("새 프로");
        schedule(id, editor.form(id).and("slug", slug), "2027-03-15T09:00");
        assertThat(editor.seen().text()).contains("As things stand it would fail. Slug: Visitors find “프로”");
        alarm.set(Instant.parse("2027-03-15T00:00:00Z"));
        alarm.ring();

        var failed = editor.open(id);
        assertThat(failed.text()).contains("Failed: Publish version 2", "Slug: Visitors find “프로” under the slug", "Retry", "Dismiss");
        assertThat(failed.text()).as("the side bar says how much failed").contains("Schedule 1 Reviews");
        assertThat(failed.body()).contains("<span class=\"state failed\">");
        assertThat(editor.browser().get("/schedule").text()).contains("Needs attention", "새 프로", "Slug: Visitors find “프로”", "Retry");
        assertThat(editor.browser().get(Desk.PRODUCTS).body()).contains("<span class=\"state failed\">");

        editor.send(Desk.address(id) + "/schedule/attempts", PostedForm.with("_schedule", schedule(failed)));
        assertThat(editor.seen().text()).contains("It failed again. Slug: Visitors find");
        editor.publish(holder, editor.form(holder));
        editor.send(Desk.address(id) + "/schedule/attempts", PostedForm.with("_schedule", schedule(failed)));

        assertThat(editor.seen().text()).contains("Publish version 2: done in edition").doesNotContain("Failed:");
        assertThat(entry(id).live()).isEqualTo(2);
    }

    @Test
    void whatIsComingIsListedAndCancelledAndBroughtBack() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");

        var list = editor.browser().get("/schedule");
        assertThat(list.text()).contains("Coming up", "봄맞이", "Publish version 1", "Mon, Mar 15, 2027", "박서연");
        editor.delete(Desk.address(id) + "/schedule", PostedForm.with("_schedule", schedule(list)).and("_list", ""));

        assertThat(editor.seen().text()).contains("Nothing is scheduled", "Cancelled: Publish version 1", "Schedule");
        undo(editor.seen());
        assertThat(editor.seen().text()).contains("Coming up", "봄맞이");
        assertThat(pending(id)).isOne();
    }

    @Test
    void aLongScheduleIsTurnedPageByPage() {
        for (int i = 10; i < 62; i++) {
            var id = editor.draft("요금제 " + i);
            schedule(id, editor.form(id), LocalDateTime.parse("2027-03-15T09:00").plusMinutes(i).toString());
        }
        var first = editor.browser().get("/schedule");
        assertThat(first.text()).contains("요금제 10", "요금제 59", "52 in all").doesNotContain("요금제 60");

        var next = Pattern.compile("href=\"(/schedule\\?after=[^\"]+)\"").matcher(first.body());
        assertThat(next.find()).isTrue();

        assertThat(editor.browser().get(next.group(1)).text()).contains("요금제 60", "요금제 61").doesNotContain("요금제 59");
    }

    @Test
    void cancellingWhatHasHappenedSaysSo() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");
        var schedule = schedule(editor.seen());
        alarm.advance(Duration.ofDays(4));
        alarm.ring();

        editor.delete(Desk.address(id) + "/schedule", PostedForm.with("_schedule", schedule));

        assertThat(editor.seen().text()).contains("This has happened already");
    }

    @Test
    void whoMayNotPublishReadsItAndIsOfferedNothing() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");

        for (var role : new Role[] {Role.VIEWER, Role.AUTHOR}) {
            var desk = Desk.of(port, role);
            assertThat(desk.open(id).text()).contains("Publish version 1", "Mon, Mar 15, 2027").doesNotContain("Schedule a time", "Cancel ");
            assertThat(desk.browser().get("/schedule").text()).contains("Publish version 1").doesNotContain("Cancel ");
        }
    }

    @ParameterizedTest
    @CsvSource({"_zone, Mars/Olympus", "_action, delete"})
    void aFormThatNobodyCouldHaveFilledInIsRefused(String field, String value) {
        var id = editor.draft("봄맞이");

        assertThat(schedule(id, editor.form(id).and(field, value), "2027-03-15T09:00").status()).isEqualTo(400);
    }

    @Test
    void anotherEntrysScheduleIsNoneOfThisOne() {
        var id = editor.draft("봄맞이");
        schedule(id, editor.form(id), "2027-03-15T09:00");
        var schedule = schedule(editor.seen());
        var other = editor.draft("다른 요금제");

        assertThat(editor.delete(Desk.address(other) + "/schedule", PostedForm.with("_schedule", schedule)).status()).isEqualTo(404);
        assertThat(pending(id)).isOne();
    }

    private Page schedule(UUID id, PostedForm form, String at) {
        if (!form.parameters().containsKey("_zone")) {
            form.and("_zone", SEOUL.getId());
        }
        return editor.put(Desk.address(id) + "/schedule", form.and("_at", at));
    }

    private static String schedule(Page page) {
        var found = SCHEDULE.matcher(page.body());
        assertThat(found.find()).as("a schedule that can be named").isTrue();
        return found.group(1);
    }

    private void undo(Page page) {
        var form = UNDO.matcher(page.body());
        assertThat(form.find()).as("a toast with Undo").isTrue();
        var fields = new PostedForm();
        FIELD.matcher(form.group(2)).results().filter(field -> !field.group(1).equals("_csrf")).forEach(field -> fields.and(field.group(1), field.group(2)));
        assertThat(editor.send(form.group(1), fields).status()).isEqualTo(302);
    }

    private int pending(UUID id) {
        return database.sql("select count(*) from content_schedules where entry_id = ? and state = 'pending'").param(id).query(Integer.class).single();
    }

    private Entry entry(UUID id) {
        return entries.entry(types.of("billing/products"), id);
    }
}
