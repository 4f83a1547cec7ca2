package app.maru.delivery;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers kept in memory, by what was asked, as many as fit; and the way to those that are not there yet. */
@Component
class Answers {

    private static final int BYTES_PER_CHARACTER = 2;

    private final Cache<String, Answer> kept;
    private final ConcurrentHashMap<Wanted, CompletableFuture<Answer>> wanted = new ConcurrentHashMap<>();
    private final Semaphore turns;
    private final DeliverySettings settings;

    Answers(DeliverySettings settings) {
        this.settings = settings;
        turns = new Semaphore(settings.loads());
        // housekeeping on the thread that causes it: it is short, and no other thread wakes up for it
        kept = Caffeine.newBuilder().maximumWeight(settings.memory().toBytes()).executor(Runnable::run)
            .weigher((String asked, Answer answer) -> asked.length() * BYTES_PER_CHARACTER + answer.size()).build();
    }

    private record Wanted(String asked, long edition) {}

    /** The answer, if it is at hand and holds in the view. */
    @Nullable Answer at(String asked, View view) {
        var answer = kept.getIfPresent(asked);
        return answer != null && answer.holdsIn(view) ? answer : null;
    }

    /** The answer as of the edition; whoever asks the same at the same time waits for one reading of it. */
    Answer read(String asked, long edition, LongFunction<Answer> reading) {
        var mine = new CompletableFuture<Answer>();
        var first = wanted.putIfAbsent(new Wanted(asked, edition), mine);
        if (first != null) {
            return join(first);
        }
        try {
            mine.complete(keep(asked, inTurn(edition, reading)));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            wanted.remove(new Wanted(asked, edition));
        }
        return join(mine);
    }

    private Answer inTurn(long edition, LongFunction<Answer> reading) {
        try {
            if (!turns.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Refusal(Problem.busy("Too many different questions at once. Try again in a moment."));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refusal(Problem.busy("Shutting down."));
        }
        try {
            return reading.apply(edition);
        } finally {
            turns.release();
        }
    }

    /** Keeps the newer of two: another edition may have been read meanwhile. */
    private Answer keep(String asked, Answer answer) {
        kept.asMap().merge(asked, answer, (one, other) -> other.edition() >= one.edition() ? other : one);
        return answer;
    }

    private static Answer join(CompletableFuture<Answer> answer) {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
