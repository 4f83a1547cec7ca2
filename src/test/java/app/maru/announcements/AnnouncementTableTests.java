package app.maru.announcements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Outcome;
import app.maru.content.Saving;
import app.maru.publishing.Appointment;
import app.maru.publishing.Publishing;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;
import app.maru.publishing.Schedule;
import app.maru.publishing.Scheduling;
import app.maru.publishing.Scheduling.Wish;
import app.maru.publishing.Withdrawing;

/** What other services read beside an announcement is true at any moment at which they can read. */
@SpringBootTest
class AnnouncementTableTests {

    @Autowired ContentTypes types;
    @Autowired Saving saving;
    @Autowired Publishing publishing;
    @Autowired Withdrawing withdrawing;
    @Autowired Scheduling scheduling;
    @Autowired JdbcClient database;
    @Autowired TransactionTemplate transaction;

    ContentType announcements;
    UUID author;
    UUID announcement;

    @BeforeEach
    void aDraft() {
        announcements = types.of("announcements");
        author = database.sql("insert into profiles (name, email) values ('서지안', ?) returning id").param(UUID.randomUUID() + "@maru.example")
            .query(UUID.class).single();
        announcement = UUID.randomUUID();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("title", "정기 점검 안내");
        form.add("slug", "maintenance-" + announcement);
        form.add("body", "새벽 2시부터 4시까지");
        assertThat(saving.create(announcements, announcement, form, author)).isInstanceOf(Outcome.Saved.class);
    }

    @Test
    void aDraftKnowsWhoWroteIt() {
        assertThat(stands()).isEqualTo(new Row("draft", false, author));
    }

    @Test
    void itFollowsWhatHappensToTheEntry() {
        publish();
        assertThat(stands()).isEqualTo(new Row("published", true, author));
        withdrawing.unpublish(announcements, announcement, author);
        assertThat(stands()).isEqualTo(new Row("draft", false, author));
        publish();
        withdrawing.archive(announcements, announcement, author);
        assertThat(stands()).isEqualTo(new Row("archived", false, author));
        withdrawing.restore(announcements, announcement);
        assertThat(stands()).isEqualTo(new Row("draft", false, author));
    }

    @Test
    void whatIsToGoLiveAtATimeIsScheduledUntilThen() {
        var tomorrow = new Appointment(Instant.now().plus(Duration.ofDays(1)), ZoneId.of("Asia/Seoul"));
        var result = scheduling.schedule(announcements, new Wish(announcement, Schedule.Action.PUBLISH, 1, tomorrow), author);
        assertThat(stands()).isEqualTo(new Row("scheduled", false, author));
        scheduling.cancel(announcements, announcement, ((Scheduling.Result.Scheduled) result).schedule().id());
        assertThat(stands()).isEqualTo(new Row("draft", false, author));
    }

    @Test
    void whatIsTakenBackIsTakenBackHereToo() {
        transaction.executeWithoutResult(status -> {
            publish();
            status.setRollbackOnly();
        });
        assertThat(stands()).isEqualTo(new Row("draft", false, author));
    }

    @Test
    void savingLeavesItAlone() {
        publish();
        var form = new LinkedMultiValueMap<String, String>();
        form.add("title", "정기 점검 안내 (변경)");
        assertThat(saving.save(new Saving.Edit(announcements, announcement, 0, 1, form, "", author))).isInstanceOf(Outcome.Saved.class);
        assertThat(stands()).isEqualTo(new Row("published", true, author));
    }

    private void publish() {
        assertThat(publishing.publish(List.of(new Exact(announcement, 1)), author)).isInstanceOf(Result.Committed.class);
    }

    private record Row(String status, boolean dated, UUID author) {}

    private Row stands() {
        return database.sql("select status, published_at is not null as dated, author_profile_id as author from admin_announcements where announcement_id = ?")
            .param(announcement).query((row, number) -> new Row(row.getString(1), row.getBoolean(2), row.getObject(3, UUID.class))).single();
    }
}
