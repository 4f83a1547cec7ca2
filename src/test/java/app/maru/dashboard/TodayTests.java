package app.maru.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TodayTests {

    /** In 2026 clocks go forward on 8 March in New York and on 29 March in Berlin, and back on 25 October and 1 November. */
    @ParameterizedTest
    @CsvSource({"Asia/Seoul, 2026-11-23T14:59:59Z, 2026-11-23, 2026-11-23T15:00:00Z", "Asia/Seoul, 2026-11-23T15:00:00Z, 2026-11-24, 2026-11-24T15:00:00Z",
        "Europe/Berlin, 2026-03-28T23:30:00Z, 2026-03-29, 2026-03-29T22:00:00Z", "Europe/Berlin, 2026-10-24T22:30:00Z, 2026-10-25, 2026-10-25T23:00:00Z",
        "America/New_York, 2026-03-08T05:00:00Z, 2026-03-08, 2026-03-09T04:00:00Z", "America/New_York, 2026-11-01T04:30:00Z, 2026-11-01, 2026-11-02T05:00:00Z"})
    void aDayEndsWhereSomebodyIs(ZoneId zone, Instant now, LocalDate day, Instant end) {
        assertThat(Today.in(zone, Clock.fixed(now, ZoneOffset.UTC))).isEqualTo(new Today(day, end));
    }
}
