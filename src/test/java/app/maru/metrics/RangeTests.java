package app.maru.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.maru.metrics.Range.Step;

class RangeTests {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aWeekIsSevenDaysOfThePersonsCalendarWithToday() {
        var week = Range.named("week", Instant.parse("2026-11-23T16:30:00Z"), SEOUL);

        assertThat(week.from()).isEqualTo(ZonedDateTime.parse("2026-11-18T00:00+09:00[Asia/Seoul]"));
        assertThat(week.to()).isEqualTo(ZonedDateTime.parse("2026-11-25T00:00+09:00[Asia/Seoul]"));
        assertThat(week.lastDay()).isEqualTo(LocalDate.of(2026, 11, 24));
        assertThat(week.steps()).hasSize(7 * 24);
        assertThat(week.before().from().toLocalDate()).isEqualTo(LocalDate.of(2026, 11, 11));
        assertThat(week.before().to()).isEqualTo(week.from());
    }

    @ParameterizedTest
    @CsvSource({
        "Asia/Seoul,       2026-03-29, 24", "Asia/Seoul,       2026-10-25, 24",
        "Europe/Berlin,    2026-03-29, 23", "Europe/Berlin,    2026-10-25, 25",
        "America/New_York, 2026-03-08, 23", "America/New_York, 2026-11-01, 25"})
    void aDayIsAsLongAsItIsThere(String zone, LocalDate day, int hours) {
        var range = Range.between(day, day, ZoneId.of(zone));

        assertThat(range.step()).isEqualTo(Step.HALF_HOUR);
        assertThat(range.steps()).hasSize(hours * 2).doesNotHaveDuplicates();
        assertThat(range.from()).isEqualTo(day.atStartOfDay(ZoneId.of(zone)));
        assertThat(range.to()).isEqualTo(day.plusDays(1).atStartOfDay(ZoneId.of(zone)));
    }

    @ParameterizedTest
    @CsvSource({"Asia/Seoul", "Europe/Berlin", "America/New_York"})
    void daysBeginAtMidnightAlsoWhenClocksAreChangedInBetween(String zone) {
        var month = Range.named("month", Instant.parse("2026-11-10T12:00:00Z"), ZoneId.of(zone));

        assertThat(month.steps()).hasSize(30).allSatisfy(at -> assertThat(at).isEqualTo(at.toLocalDate().atStartOfDay(ZoneId.of(zone))));
        assertThat(month.before().steps()).hasSize(30);
    }

    @Test
    void theLastDayIsTwentyFourHoursWhateverTheClocksDo() {
        var day = Range.named("day", Instant.parse("2026-10-25T08:10:00Z"), BERLIN);

        assertThat(day.to()).isEqualTo(ZonedDateTime.parse("2026-10-25T09:30+01:00[Europe/Berlin]"));
        assertThat(day.steps()).hasSize(48).doesNotHaveDuplicates().first().isEqualTo(ZonedDateTime.parse("2026-10-24T10:30+02:00[Europe/Berlin]"));
        assertThat(day.before().to()).isEqualTo(day.from());
    }

    @Test
    void aYearIsOfWeeksAndWhatIsUnknownAWeek() {
        assertThat(Range.named("year", Instant.parse("2026-11-23T00:00:00Z"), BERLIN).steps()).hasSize(52);
        assertThat(Range.named("century", Instant.parse("2026-11-23T00:00:00Z"), BERLIN).name()).isEqualTo("week");
        assertThat(Range.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 14), SEOUL).step()).isEqualTo(Step.HOUR);
        assertThat(Range.between(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 3, 1), SEOUL).step()).isEqualTo(Step.DAY);
    }
}
