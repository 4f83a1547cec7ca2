package app.maru.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

class TopicTests {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final AtomicReference<String> state = new AtomicReference<>("one");
    private final Topic topic = new Topic("things", state::get);

    @Test
    void whoWaitsIsToldOfAnotherStateAndOfNothingElse() throws Exception {
        topic.ask();
        long heard = topic.await(-1, Duration.ZERO);
        topic.ask();
        assertThat(topic.await(heard, Duration.ZERO)).as("the same state is no news").isEqualTo(heard);

        var waiting = CompletableFuture.supplyAsync(() -> waited(heard));
        state.set("two");
        topic.ask();

        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo(heard + 1);
    }

    @Test
    void oneWatchesForAllAndNobodyOnceAllHaveLeft() {
        assertThat(topic.enter()).as("the first begins to watch").isTrue();
        assertThat(topic.enter()).isFalse();
        topic.leave();
        assertThat(topic.isAbandoned()).isFalse();
        topic.leave();
        assertThat(topic.isAbandoned()).isTrue();
        assertThat(topic.enter()).as("the next begins again").isTrue();
    }

    private long waited(long heard) {
        try {
            return topic.await(heard, LONG);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
