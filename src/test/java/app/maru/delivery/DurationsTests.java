package app.maru.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.02, 0.7, 1, 1.6, 12, 250, 4000})
    void aDurationIsKnownToAnEighth(double milliseconds) {
        var durations = new Durations();
        durations.add((long) (milliseconds * 1_000_000));

        assertThat(Durations.quantile(durations.counts(), 0.5)).isCloseTo(milliseconds, within(milliseconds / 8));
    }

    @Test
    void halfAndNearlyAllStayBelowWhatIsSaid() {
        var durations = new Durations();
        for (int i = 0; i < 98; i++) durations.add(1_000_000);
        durations.add(50_000_000);
        durations.add(90_000_000);

        assertThat(durations.count()).isEqualTo(100);
        assertThat(Durations.quantile(durations.counts(), 0.5)).isCloseTo(1, within(0.125));
        assertThat(Durations.quantile(durations.counts(), 0.99)).isCloseTo(50, within(7.0));
        assertThat(Durations.quantile(Map.of(), 0.5)).isZero();
    }

    @Test
    void whatTookNoTimeOrForEverHasItsPlaceToo() {
        var durations = new Durations();
        durations.add(-5);
        durations.add(0);
        durations.add(Long.MAX_VALUE);

        assertThat(durations.count()).isEqualTo(3);
    }
}
