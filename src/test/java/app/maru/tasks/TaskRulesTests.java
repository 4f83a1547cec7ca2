package app.maru.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskRulesTests {

    private static final TaskForm BEFORE = form("title", "사진 바꾸기", "description", "세 장", "due", "2026-12-01T10:00");

    @Test
    void twoWhoChangeDifferentFieldsBothGetTheirWay() {
        var merged = BEFORE.with("description", "두 장").onto(BEFORE.with("due", "2026-12-02T10:00"), BEFORE);

        assertThat(merged.conflicts()).isEmpty();
        assertThat(merged.form().text("description")).isEqualTo("두 장");
        assertThat(merged.form().text("due")).isEqualTo("2026-12-02T10:00");
    }

    @Test
    void whatBothChangedIsNamedAndWhatWasTypedStays() {
        var merged = BEFORE.with("title", "내 제목").with("due", "").onto(BEFORE.with("title", "네 제목").with("due", ""), BEFORE);

        assertThat(merged.conflicts()).containsExactly("title");
        assertThat(merged.form().text("title")).isEqualTo("내 제목");
    }

    @Test
    void aFieldThatIsNotInTheFormStaysAsItIs() {
        assertThat(form("title", "새 제목").onto(BEFORE, BEFORE).form().text("description")).isEqualTo("세 장");
    }

    @Test
    void aFormThatDoesNotSayWhatItWasMadeOfOverwritesNothing() {
        assertThat(form("title", "새 제목").onto(BEFORE, TaskForm.before(Map.of())).conflicts()).containsExactly("title");
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T10:00, Asia/Seoul, 2026-12-01T01:00:00Z", "2026-07-01T10:00, Europe/Berlin, 2026-07-01T08:00:00Z",
        "2026-12-01T10:00, Europe/Berlin, 2026-12-01T09:00:00Z", "2026-11-01T01:30, America/New_York, 2026-11-01T05:30:00Z"})
    void aTimeIsMeantOnTheClockOfWhoTypesIt(String typed, ZoneId zone, Instant at) {
        assertThat(Due.read(typed, zone)).isEqualTo(new Due.Reading(at, null));
        assertThat(Due.text(at, zone)).isEqualTo(typed);
    }

    @Test
    void aTimeThatClocksLeaveOutIsSaid() {
        assertThat(Due.read("2026-03-29T02:30", ZoneId.of("Europe/Berlin")).wrong()).satisfies(wrong -> {
            assertThat(wrong.key()).isEqualTo("problem.TimeGap");
            assertThat(wrong.arguments()).containsExactly("2026-03-29 02:30", "Europe/Berlin", "02:00", "03:00");
        });
        assertThat(Due.read("2026-03-29T02:30", ZoneId.of("Asia/Seoul")).wrong()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"morgen", "2026-13-01T10:00", "2026-12-01", "+12026-12-01T10:00", "-0001-12-01T10:00"})
    void whatIsNoTimeIsSaid(String typed) {
        assertThat(Due.read(typed, ZoneId.of("Asia/Seoul")).wrong()).isNotNull().extracting(Complaint::key).isEqualTo("problem.TimeUnreadable");
    }

    @Test
    void anAddressSaysWhatIsLookedAtAndNothingElse() {
        var query = TaskQuery.of(Map.of("view", "list", "whose", "mine", "status", "done", "priority", "high", "search", "사진 & 글", "page", "2", "assignee", "nobody"));

        assertThat(query.address()).isEqualTo("/tasks?view=list&whose=mine&status=done&priority=high&assignee=nobody&search=%EC%82%AC%EC%A7%84%20%26%20%EA%B8%80&page=2");
        assertThat(query.as(true)).isEqualTo("/tasks?whose=mine&priority=high&assignee=nobody&search=%EC%82%AC%EC%A7%84%20%26%20%EA%B8%80");
        assertThat(Back.of(Map.of("back", query.address()))).contains(query.address());
    }

    @Test
    void anAddressThatSaysItWronglyShowsEverything() {
        assertThat(TaskQuery.of(Map.of("whose", "yours", "status", "lost", "priority", "1", "assignee", "x' or true", "page", "-1")).address()).isEqualTo("/tasks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://elsewhere.example", "//elsewhere.example", "/tasks/../sign-out", "/tasks?x={y}", "/tasksx", "/tasks\nSet-Cookie: a=b"})
    void nobodyIsLedOutOfTheRoom(String back) {
        assertThat(Back.of(Map.of("back", back))).isEmpty();
    }

    private static TaskForm form(String... fields) {
        var sent = new HashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], fields[i + 1]);
        }
        return TaskForm.typed(sent);
    }
}
