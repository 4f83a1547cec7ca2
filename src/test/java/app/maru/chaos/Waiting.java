package app.maru.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waiting for what other processes do. */
final class Waiting {

    private static final Duration STEP = Duration.ofMillis(20);

    private Waiting() {
    }

    /**
     * Waits until it is so.
     *
     * @throws Broken with the sentence when it is not so in time
     */
    static void until(Duration patience, BooleanSupplier so, String otherwise) {
        var deadline = Instant.now().plus(patience);
        while (!so.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new Broken(otherwise);
            }
            pause(STEP);
        }
    }

    static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}
