package app.maru.together;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** Those who are at work at once. */
final class Actors {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Run run;
    private final List<Thread> threads = new ArrayList<>();

    Actors(Run run) {
        this.run = run;
    }

    /** A moment between two acts. */
    static void breathe(Random random, int milliseconds) {
        LockSupport.parkNanos(Duration.ofMillis(random.nextInt(milliseconds)).toNanos());
    }

    void begin(String name, Runnable work) {
        threads.add(Thread.ofPlatform().name(name).start(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                run.fault("%s cannot go on: %s at %s".formatted(name, e, e.getStackTrace()[0]));
            }
        }));
    }

    void await() throws InterruptedException {
        while (run.goesOn()) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        for (var thread : threads) {
            if (!thread.join(PATIENCE)) {
                run.fault(thread.getName() + " got no answer for a minute");
            }
        }
    }
}
