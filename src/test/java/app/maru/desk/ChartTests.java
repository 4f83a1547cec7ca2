package app.maru.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import app.maru.desk.Chart.Course;
import app.maru.desk.Chart.Places;

class ChartTests {

    @Test
    void aCourseGoesFromLeftToRightAndFromNoughtToARoundNumber() {
        var chart = chart(null, 0.0, 40.0, 93.0);

        assertThat(chart.lines()).singleElement().extracting(Chart.Line::path).isEqualTo("M0.0 1000.0L500.0 600.0L1000.0 70.0");
        assertThat(chart.up()).extracting(Chart.Mark::text).containsExactly("0.0", "50.0", "100.0");
        assertThat(chart.dots()).extracting(Chart.Dot::text).containsExactly("0: 0.0", "1: 40.0", "2: 93.0");
    }

    @Test
    void whereNothingIsKnownTheLineIsBrokenAndWhatStandsAloneIsAPoint() {
        assertThat(chart(null, 1.0, null, 1.0, 1.0, null).lines().getFirst().path()).isEqualTo("M0.0 0.0h0M500.0 0.0L750.0 0.0");
    }

    @Test
    void numbersFarFromNoughtAndNearEachOtherAreStillToldApart() {
        var chart = chart(null, 1000.0, 1001.0);

        assertThat(chart.up().getFirst().text()).isEqualTo("1000.0");
        assertThat(chart.dots()).extracting(Chart.Dot::y).containsExactly("100.0%", "0.0%");
    }

    @Test
    void whatNumbersShouldReachIsInSight() {
        var chart = chart(200.0, 10.0, 20.0);

        assertThat(chart.level()).isEqualTo(new Chart.Mark("0.0%", "200.0", "end"));
    }

    @Test
    void numbersThatAreAllTheSameOrNoneAtAllAreAChartToo() {
        assertThat(chart(null, 0.0, 0.0).lines().getFirst().path()).isEqualTo("M0.0 1000.0L1000.0 1000.0");
        assertThat(chart(null, -5.0, -5.0).lines().getFirst().path()).doesNotContain("NaN");
        assertThat(chart(null, (Double) null).dots()).isEmpty();
        assertThat(Chart.spark(Arrays.asList(3.0, 3.0))).isEqualTo("M0.0 500.0L1000.0 500.0");
        assertThat(Chart.spark(Arrays.asList(null, 3.0))).isEmpty();
    }

    @Test
    void atMostFivePlacesAreNamedBelow() {
        assertThat(chart(null, IntStream.range(0, 168).mapToObj(i -> (double) i).toArray(Double[]::new)).across()).hasSizeBetween(4, 5)
            .first().isEqualTo(new Chart.Mark("0.0%", "0", "start"));
    }

    private static Chart chart(Double level, Double... values) {
        var names = IntStream.range(0, values.length).mapToObj(String::valueOf).toList();
        return Chart.of(List.of(new Course("x", "now", Arrays.asList(values))), level, new Places(names, names), String::valueOf);
    }
}
