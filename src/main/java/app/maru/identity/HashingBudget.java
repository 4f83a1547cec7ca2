package app.maru.identity;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.annotation.PreDestroy;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * How much of this node's time passwords may take. They are hashed on few threads of their own, for which no page waits; strangers
 * share a part of the cores' time, one after the other, and a few of them wait for it. Whoever is known is served beside them.
 */
@Component
class HashingBudget {

    private static final Duration SAVED_UP = Duration.ofMillis(500);
    private static final Duration IDLE = Duration.ofSeconds(30);
    // each hash takes 16 MB while it is made
    private static final int MOST_AT_ONCE = 4;

    private final HashingSettings settings;
    private final Doorstep doorstep;
    private final Allowance allowance;
    private final ExecutorService strangers;
    private final ExecutorService known;
    private final Map<String, Integer> waitingOf = new HashMap<>();
    private int waiting;
    private long usualCost = Duration.ofMillis(50).toNanos();

    @Autowired
    HashingBudget(HashingSettings settings, Doorstep doorstep) {
        this(settings, doorstep, Runtime.getRuntime().availableProcessors());
    }

    HashingBudget(HashingSettings settings, Doorstep doorstep, int cores) {
        this.settings = settings;
        this.doorstep = doorstep;
        this.allowance = new Allowance(settings.share() * cores, SAVED_UP.toNanos(), System.nanoTime());
        this.strangers = threads("passwords of strangers", (int) Math.ceil(settings.share() * cores));
        this.known = threads("passwords", cores);
    }

    private static ExecutorService threads(String name, int count) {
        int size = Math.clamp(count, 1, MOST_AT_ONCE);
        var threads = new ThreadPoolExecutor(size, size, IDLE.toMillis(), TimeUnit.MILLISECONDS, new LinkedBlockingQueue<>(), Thread.ofPlatform().name(name).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    /**
     * Makes or compares a hash as soon as it is this caller's turn.
     *
     * @throws TooManyTries when that would take too long
     */
    <T> T spend(Caller caller, Supplier<T> hashing) {
        if (caller.known()) {
            return result(known.submit(hashing::get));
        }
        long pause = line(caller.network());
        if (pause > 0) {
            doorstep.hold();
            throw new TooManyTries(Duration.ofNanos(pause));
        }
        try {
            return result(strangers.submit(() -> allowed(hashing)));
        } finally {
            leave(caller.network());
        }
    }

    /** Takes a place among those who wait, or says how long there will be none. */
    private synchronized long line(String network) {
        long pause = allowance.pause(waiting * usualCost, System.nanoTime());
        if (waiting >= settings.waiting() || waitingOf.getOrDefault(network, 0) >= settings.waitingOfOne() || pause > settings.patience().toNanos()) {
            return Math.max(1, pause);
        }
        waiting++;
        waitingOf.merge(network, 1, Integer::sum);
        return 0;
    }

    synchronized int waiting() {
        return waiting;
    }

    private synchronized void leave(String network) {
        waiting--;
        waitingOf.computeIfPresent(network, (same, count) -> count == 1 ? null : count - 1);
    }

    private <T> T allowed(Supplier<T> hashing) throws InterruptedException {
        for (long pause = allowance.pause(0, System.nanoTime()); pause > 0; pause = allowance.pause(0, System.nanoTime())) {
            TimeUnit.NANOSECONDS.sleep(pause);
        }
        long begun = processorTime();
        try {
            return hashing.get();
        } finally {
            spent(processorTime() - begun);
        }
    }

    private synchronized void spent(long cost) {
        usualCost = (usualCost * 3 + cost) / 4;
        allowance.spend(cost, System.nanoTime());
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private <T> T result(Future<T> hashed) {
        try {
            return hashed.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new TooManyTries(settings.patience());
        } catch (CancellationException stopping) {
            throw new TooManyTries(settings.patience());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException unforeseen ? unforeseen : new IllegalStateException(failed.getCause());
        }
    }

    @PreDestroy
    void close() {
        known.shutdown();
        strangers.shutdownNow().forEach(line -> ((Future<?>) line).cancel(false));
    }
}
