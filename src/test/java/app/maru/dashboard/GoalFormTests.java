package app.maru.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GoalFormTests {

    private static final UUID ID = UUID.randomUUID();
    private static final Map<String, String> GOOD = Map.of("name", "고객 사례 6편", "target", "6", "current", "2", "from", "2026-10-01", "until", "2026-12-31", "status", "active");

    @Test
    void aGoalReadsAsItWasWritten() {
        var goal = GoalForm.typed(GOOD).read(ID, 3, List.of()).goal();

        assertThat(goal.percent()).isEqualTo(33);
        assertThat(GoalForm.typed(GoalForm.of(goal).texts()).read(ID, 3, List.of()).goal()).isEqualTo(goal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"name| |name", "target|viele|target", "target|0|target", "target|1e99|target", "target|1.23456|target", "current|?|current", "from|gestern|from",
        "until|2026-10-01|until", "until|10000-01-01|until", "metric|nothing.such|metric"})
    void whatIsWrongIsSaidAtItsPlace(String field, String text, String wrong) {
        var form = new HashMap<>(GOOD);
        form.put(field, text == null ? "" : text);

        var reading = GoalForm.typed(form).read(ID, 0, List.of("business.plans"));

        assertThat(reading.goal()).isNull();
        assertThat(reading.wrong()).containsOnlyKeys(wrong);
    }

    @ParameterizedTest
    @CsvSource({"'1,200', 1200", "'1 200 000', 1200000", "12.5, 12.5", "-3, -3"})
    void aNumberMayBeWrittenAsPeopleDo(String text, BigDecimal number) {
        var form = new HashMap<>(GOOD);
        form.put("current", text);

        assertThat(GoalForm.typed(form).read(ID, 0, List.of()).goal().current()).isEqualByComparingTo(number);
    }

    @ParameterizedTest
    @CsvSource({"2026-09-15, 92", "2026-10-01, 92", "2026-12-30, 2", "2026-12-31, 1", "2027-01-01, 0"})
    void theDaysThatAreLeftIncludeTheLast(LocalDate today, long left) {
        assertThat(GoalForm.typed(GOOD).read(ID, 0, List.of()).goal().daysLeft(today)).isEqualTo(left);
    }
}
