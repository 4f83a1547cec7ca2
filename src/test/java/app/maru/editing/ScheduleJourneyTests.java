package app.maru.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import app.maru.Browser;
import app.maru.content.PostedForm;
import app.maru.database.FreshDatabase;
import app.maru.identity.Role;
import app.maru.identity.SignInPage;
import app.maru.publishing.Alarm;

/** How a person lets things happen at their time: what is typed, what is read, and what is done when it goes wrong. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "maru.demo=true")
@FreshDatabase("schedule")
@Import(Alarm.class)
class ScheduleJourneyTests {

    @LocalServerPort
    private int port;
    @Autowired
    private Alarm alarm;
    @Autowired
    private JdbcClient database;
    private Desk desk;
    @AutoClose
    private Browser browser;

    @BeforeEach
    void anEditorOnAFridayMorning() {
        alarm.set(Instant.parse("2027-03-12T00:00:00Z"));
        database.sql("delete from content_schedules").update();
        clocksOf("Asia/Seoul");
        desk = Desk.of(port, Role.EDITOR);
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.EDITOR);
    }

    @AfterEach
    void seoulTime() {
        clocksOf("Asia/Seoul");
    }

    @Test
    void anEntryIsScheduledAndTakenBackAndGoesLiveByItself() {
        var id = desk.draft("봄맞이");
        var times = TimesPanel.of(id, browser).tells("Nothing is scheduled.").open().type("031520270900AM");
        assertThat(times.leads()).isEqualTo("Schedule for Mar 15, 9:00 AM");

        times.press("Schedule for Mar 15, 9:00 AM").says("Scheduled: Publish version 1").badge("Scheduled")
            .tells("Mon, Mar 15, 2027 9:00 AM");

        assertThat(times.text()).contains("Publish version 1", "박서연");
        assertThat(times.leads()).isEqualTo("Publish");
        var list = times.schedule();
        assertThat(list.below("Coming up")).singleElement().asString().contains("봄맞이", "Publish version 1", "Mon, Mar 15, 2027 9:00 AM");
        list.press("Cancel: 봄맞이").says("Cancelled: Publish version 1");
        assertThat(list.text()).contains("Nothing is scheduled");
        list.undo();
        assertThat(list.below("Coming up")).hasSize(1);

        alarm.set(Instant.parse("2027-03-15T00:00:00Z"));
        alarm.ring();

        assertThat(list.reload().below("Done last")).first().asString().contains("봄맞이", "Publish version 1", "Edition");
        times = TimesPanel.of(id, browser).badge("Published").tells("Last by itself: Publish version 1");
        assertThat(times.hasBadge("Scheduled")).isFalse();
    }

    @Test
    void whatIsTypedBesideIsSavedAndAlsoATimeOutlivesASave() {
        var id = desk.draft("봄맞이");
        var times = TimesPanel.of(id, browser).open().type("031520270900AM");
        var page = ProductPage.of(browser).fill("Headline", "봄맞이 반값").press("Save").says("Saved");

        assertThat(times.typed()).isEqualTo("2027-03-15T09:00");
        page.fill("Headline", "봄맞이 정말 반값");
        times.press("Schedule for Mar 15, 9:00 AM").says("Scheduled: Publish version 3");

        assertThat(times.text()).contains("Publish version 3");
        page.saving("All saved").fill("Headline", "나중에 고친 문장").press("Save").says("Saved");
        times.tells("Exactly version 3 goes live. Version 4, saved since, does not.").leaveBy("Schedule version 4 instead").tells("Publish version 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void whatIsWarnedOfIsSeenBeforeItIsScheduled(String theme) {
        var id = desk.draft("봄맞이");
        desk.save(id, desk.form(id).and("description", "![](https://cdn.example/a.png)"));
        var shown = theme.equals("dark") ? browser.dark() : browser;
        var times = TimesPanel.of(id, shown).open().type("031520270900AM");

        times.press("Schedule for Mar 15, 9:00 AM").tells("has no alternative text")
            .focuses("I have seen the warnings (1) and schedule all the same");

        assertThat(times.typed()).isEqualTo("2027-03-15T09:00");
        assertThat(shown.accessibilityProblems()).isEmpty();
        photographed(shown, "en " + theme + " 1280", "warned");
        times.tick("I have seen the warnings (1) and schedule all the same").press("Schedule for Mar 15, 9:00 AM")
            .says("Scheduled: Publish version 2").badge("Scheduled");
        assertThat(times.text()).doesNotContain("I have seen");
    }

    @Test
    void aNewEntryCanBeScheduledAsSoonAsItIsSaved() {
        ProductPage.of(browser).another().fill("Name", "봄맞이").fill("Slug", Desk.slug()).press("Save").says("Saved");
        var times = TimesPanel.in(browser).tells("Nothing is scheduled.").open().type("031520270900AM");

        times.press("Schedule for Mar 15, 9:00 AM").says("Scheduled: Publish version 1").badge("Scheduled");
    }

    @Test
    void aTimeThatClocksLeaveOutIsSaidInPlaceAndNothingIsLost() {
        clocksOf("America/New_York");
        browser.close();
        browser = Browser.at(port);
        SignInPage.openedIn(browser).signInAs(Role.EDITOR);
        var id = desk.draft("봄맞이");
        var times = TimesPanel.of(id, browser).open().type("031420270230AM");
        var page = ProductPage.of(browser).fill("Headline", "아직 저장 전");

        times.press("Schedule for Mar 14, 2:30 AM");

        assertThat(times.wrong()).contains("Sun, Mar 14, 2027 2:30 AM does not exist in America/New_York: clocks are set from");
        assertThat(times.typed()).isEqualTo("2027-03-14T02:30");
        assertThat(page.value("Headline")).isEqualTo("아직 저장 전");
        page.saving("Kept");
        times.type("110720270130AM").press("Schedule for Nov 7, 1:30 AM").says("the first is meant").tells("That night clocks show");
        page.saving("All saved");
    }

    @Test
    void aFailureIsSeenAndTriedAgain() {
        var holder = desk.live("프로");
        var slug = slug(holder);
        desk.save(holder, desk.form(holder).and("slug", slug + "-old"));
        var id = desk.draft("새 프로");
        desk.put(Desk.address(id) + "/schedule", desk.form(id).and("slug", slug).and("_at", "2027-03-15T09:00").and("_zone", "Asia/Seoul"));
        alarm.set(Instant.parse("2027-03-15T00:00:00Z"));
        alarm.ring();

        var times = TimesPanel.of(id, browser).badge("Failed").tells("Failed: Publish version 2").tells("Visitors find “프로”");
        times.leaveBy("Retry").says("It failed again.").badge("Failed");
        var list = times.schedule();
        assertThat(list.below("Needs attention")).singleElement().asString().contains("새 프로", "Visitors find “프로”");
        desk.publish(holder, desk.form(holder));
        list.press("Retry: 새 프로").says("Publish version 2: done in edition");

        assertThat(list.below("Needs attention")).isEmpty();
        assertThat(TimesPanel.of(id, browser).badge("Published").hasBadge("Failed")).isFalse();
    }

    @Test
    void everythingWorksWithoutScripts() {
        var id = desk.live("주말 특가");
        browser.withoutScripts();
        var times = TimesPanel.of(id, browser).open().choose("Take down what is live then").type("031420270600PM").leaveBy("Schedule");
        times.says("Scheduled: Take down").badge("Scheduled").tells("Sun, Mar 14, 2027 6:00 PM");

        times.open().type("031020270600PM").leaveBy("Schedule");

        assertThat(times.wrong()).contains("Wed, Mar 10, 2027 6:00 PM has passed");
        assertThat(times.typed()).isEqualTo("2027-03-10T18:00");
        times.leaveBy("Cancel").says("Cancelled: Take down").tells("Nothing is scheduled.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en light 1280", "ko dark 390", "ko light 390", "en dark 1280"})
    void everyScreenIsThereForEverybody(String look) {
        var holder = desk.live("프로");
        var slug = slug(holder);
        desk.save(holder, desk.form(holder).and("slug", slug + "-old"));
        var failing = desk.draft("새 프로");
        desk.put(Desk.address(failing) + "/schedule", desk.form(failing).and("slug", slug).and("_at", "2027-03-13T09:00").and("_zone", "Asia/Seoul"));
        var done = desk.draft("지난 특가");
        desk.put(Desk.address(done) + "/schedule", PostedForm.with("_at", "2027-03-13T09:00").and("_zone", "Asia/Seoul"));
        var coming = desk.live("가을 특가");
        desk.save(coming, desk.form(coming).and("headline", "가을에는 반값"));
        desk.put(Desk.address(coming) + "/schedule", PostedForm.with("_at", "2027-11-07T01:30").and("_zone", "America/New_York"));
        desk.save(coming, desk.form(coming).and("headline", "가을에는 정말 반값"));
        alarm.set(Instant.parse("2027-03-13T00:00:00Z"));
        alarm.ring();
        browser.speaking(look.split(" ")[0]).sized(Integer.parseInt(look.split(" ")[2]), 844);
        var shown = look.contains("dark") ? browser.dark() : browser;
        for (var address : java.util.List.of("/schedule", Desk.address(failing), Desk.address(done), Desk.address(coming), Desk.PRODUCTS)) {
            shown.open(address);
            shown.script("document.querySelectorAll('.schedule-choose').forEach(part => part.open = true)");
            assertThat(shown.accessibilityProblems()).as(address).isEmpty();
            assertThat(shown.overflow()).as(address).isZero();
            photographed(shown, look, address);
        }
    }

    private static void photographed(Browser shown, String look, String address) {
        var folder = System.getProperty("maru.photographs");
        if (folder != null) {
            shown.photograph(java.nio.file.Path.of(folder, (look + address).replaceAll("[^A-Za-z0-9]+", "-") + ".png"));
        }
    }

    private void clocksOf(String zone) {
        database.sql("update profiles set timezone = ? where id = (select profile_id from staff where demo and role = 'editor')").param(zone).update();
    }

    private String slug(java.util.UUID id) {
        return database.sql("select slug from content_entries where entry_id = ?").param(id).query(String.class).single();
    }
}
