package app.maru.together;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;

/**
 * As many steps as there is time for; {@code bin/together} takes many more. {@code -Dmaru.together.seed=…} decides otherwise,
 * {@code -Dmaru.together=20000} goes on for so many steps.
 */
class TogetherTests {

    private static final int FEWEST = 500;

    @Test
    void nothingThatAnybodyWasToldIsKeptIsLostAndTheHistoryExplainsEveryState() throws InterruptedException {
        var told = new ByteArrayOutputStream();
        var settings = new Settings(Integer.getInteger("maru.together", Integer.MAX_VALUE), FEWEST,
            Duration.ofSeconds(System.getProperty("maru.together") == null ? 12 : 86_400), Long.getLong("maru.together.seed", 1L));

        boolean good = new Together(settings, new PrintStream(told, true, StandardCharsets.UTF_8)).run();

        System.out.print(told.toString(StandardCharsets.UTF_8));
        assertThat(good).as(told.toString(StandardCharsets.UTF_8)).isTrue();
    }
}
