package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTests {

    private final Allowance allowance = new Allowance(0.2, 500, 0);

    @Test
    void whatIsSavedUpMayBeSpentAtOnce() {
        allowance.spend(499, 0);

        assertThat(allowance.pause(0, 0)).isZero();
    }

    @Test
    void whatIsSpentComesBackAtItsRate() {
        allowance.spend(600, 0);

        assertThat(allowance.pause(0, 0)).isEqualTo(501);
        assertThat(allowance.pause(0, 400)).isEqualTo(101);
        assertThat(allowance.pause(0, 501)).isZero();
    }

    @Test
    void noMoreIsSavedUpHoweverLongNothingIsSpent() {
        allowance.spend(600, 1_000_000);

        assertThat(allowance.pause(0, 1_000_000)).isEqualTo(501);
    }

    @Test
    void whoComesLaterWaitsForThoseBefore() {
        allowance.spend(500, 0);

        assertThat(allowance.pause(100, 0)).isEqualTo(501);
        assertThat(allowance.pause(200, 0)).isEqualTo(1001);
    }
}
