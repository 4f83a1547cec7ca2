package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HashingBudgetTests {

    private static final Duration LONG = Duration.ofHours(1);

    private final CountDownLatch hashing = new CountDownLatch(1);
    private final ExecutorService requests = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<Boolean>> answers = new ArrayList<>();

    @AfterEach
    void allAreAnswered() throws Exception {
        hashing.countDown();
        for (var answer : answers) {
            assertThat(answer.get()).isTrue();
        }
        requests.close();
    }

    @Test
    void fewOfOneNetworkWaitAndOthersBesideThem() {
        var budget = budget(0.1, 6, 4, LONG);
        ask(budget, "one", 4);

        assertThatThrownBy(() -> budget.spend(new Caller("one", false), () -> true)).isInstanceOf(TooManyTries.class);
        ask(budget, "another", 2);
        assertThatThrownBy(() -> budget.spend(new Caller("a third", false), () -> true)).as("all places are taken").isInstanceOf(TooManyTries.class);
    }

    @Test
    void whoIsKnownIsServedBesideTheStrangers() {
        var budget = budget(0.1, 6, 6, LONG);
        ask(budget, "one", 6);

        assertThat(budget.spend(Caller.KNOWN, () -> "served")).isEqualTo("served");
    }

    @Test
    void whoWouldWaitTooLongIsToldSoAtOnce() {
        var budget = budget(0.0001, 40, 40, Duration.ofSeconds(5));
        // half a second is saved up, which ten hashes are thought to take
        ask(budget, "one", 11);

        assertThatThrownBy(() -> budget.spend(new Caller("one", false), () -> true))
            .isInstanceOfSatisfying(TooManyTries.class, refused -> assertThat(refused.pause()).isGreaterThan(Duration.ofSeconds(5)));
    }

    @Test
    void aPlaceIsFreeAgainOnceOneIsAnsweredAlsoWhenThatFailed() {
        var budget = budget(1, 1, 1, LONG);

        assertThatThrownBy(() -> budget.spend(new Caller("one", false), () -> {
            throw new IllegalStateException("no hash");
        })).hasMessage("no hash");
        assertThat(budget.spend(new Caller("one", false), () -> true)).isTrue();
    }

    private static HashingBudget budget(double share, int waiting, int waitingOfOne, Duration patience) {
        return new HashingBudget(new HashingSettings(share, waiting, waitingOfOne, patience), new Doorstep(Duration.ZERO), 1);
    }

    private void ask(HashingBudget budget, String network, int times) {
        int before = budget.waiting();
        for (int i = 0; i < times; i++) {
            answers.add(requests.submit(() -> budget.spend(new Caller(network, false), () -> {
                await();
                return true;
            })));
        }
        while (budget.waiting() < before + times) {
            Thread.onSpinWait();
        }
    }

    private void await() {
        try {
            hashing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
