package app.maru.histories;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

/**
 * As many histories as there is time for; {@code bin/histories} goes through thousands. They are the same ones every time,
 * so that only a change makes this fail: {@code -Dmaru.histories.seed=…} draws others, {@code -Dmaru.histories=5000} more.
 */
class HistoriesTests {

    private static final int FEWEST = 20;

    @Test
    void theHouseAndItsModelAgreeAtEveryStepOfRandomHistories() {
        var told = new ByteArrayOutputStream();
        var settings = new Settings(Integer.getInteger("maru.histories", Integer.MAX_VALUE), FEWEST,
            Duration.ofSeconds(System.getProperty("maru.histories") == null ? 35 : 86_400), Long.getLong("maru.histories.seed", 1L), 1);

        boolean agree = new Histories(settings, new PrintStream(told, true, StandardCharsets.UTF_8)).run();

        System.out.print(told.toString(StandardCharsets.UTF_8));
        assertThat(agree).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
