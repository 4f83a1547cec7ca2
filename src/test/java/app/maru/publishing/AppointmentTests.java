package app.maru.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import app.maru.content.Problem;
import app.maru.publishing.Appointment.Reading;

class AppointmentTests {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-11-01T05:10:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-24T09:00, Asia/Seoul, 2026-12-24T00:00:00Z",
        "2026-12-24T09:00, America/New_York, 2026-12-24T14:00:00Z",
        "2027-07-04T09:00, America/New_York, 2027-07-04T13:00:00Z",
        "2027-03-14T01:59, America/New_York, 2027-03-14T06:59:00Z",
        "2027-03-14T03:00, America/New_York, 2027-03-14T07:00:00Z",
        "2027-03-14T02:30, Asia/Seoul, 2027-03-13T17:30:00Z",
        "' 2026-12-24T09:00:30 ', UTC, 2026-12-24T09:00:30Z"})
    void aTimeIsMeantAsAClockThereShowsIt(String text, ZoneId zone, Instant at) {
        assertThat(understood(text, zone, NOW)).isEqualTo(new Appointment(at, zone));
    }

    @Test
    void aTimeThatClocksLeaveOutIsNone() {
        assertThat(wrong("2027-03-14T02:30", NEW_YORK)).satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("TimeGap");
            assertThat(problem.arguments()).containsExactly(LocalDateTime.parse("2027-03-14T02:30"), NEW_YORK,
                LocalDateTime.parse("2027-03-14T02:00"), LocalDateTime.parse("2027-03-14T03:00"));
        });
    }

    @Test
    void ofATimeThatComesTwiceTheFirstIsMeant() {
        var first = understood("2027-11-07T01:30", NEW_YORK, NOW);

        assertThat(first.at()).isEqualTo("2027-11-07T05:30:00Z");
    }

    @Test
    void ofATimeThatComesTwiceTheSecondIsMeantOnceTheFirstHasPassed() {
        assertThat(understood("2026-11-01T01:30", NEW_YORK, NOW).at()).isEqualTo("2026-11-01T05:30:00Z");
        assertThat(understood("2026-11-01T01:05", NEW_YORK, NOW).at()).isEqualTo("2026-11-01T06:05:00Z");
    }

    @Test
    void whatIsNotAheadIsNone() {
        assertThat(wrong("2026-11-01T14:10", SEOUL)).isEqualTo(Problem.storable("", "TimePast",
            LocalDateTime.parse("2026-11-01T14:10"), LocalDateTime.parse("2026-11-01T14:10")));
        assertThat(understood("2026-11-01T14:11", SEOUL, NOW).at()).isEqualTo("2026-11-01T05:11:00Z");
    }

    @ParameterizedTest
    @CsvSource({"'', TimeMissing", "'  ', TimeMissing", "tomorrow, TimeUnreadable", "2026-02-30T09:00, TimeUnreadable",
        "2026-12-24, TimeUnreadable", "2036-11-01T14:11, TimeFar", "+99999-01-01T00:00, TimeFar"})
    void whatIsNoTimeIsSaidToBeNone(String text, String code) {
        assertThat(wrong(text, SEOUL).code()).isEqualTo(code);
    }

    private static Appointment understood(String text, ZoneId zone, Instant now) {
        return ((Reading.Understood) Appointment.read(text, zone, now)).appointment();
    }

    private static Problem wrong(String text, ZoneId zone) {
        return ((Reading.Wrong) Appointment.read(text, zone, NOW)).problem();
    }
}
