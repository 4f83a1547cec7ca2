package app.maru.delivery;

import java.util.concurrent.atomic.LongAdder;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * What visitors asked of this node since it started. Each answer costs a look at the clock and adding one to a number of
 * which threads have copies, so that counting takes nothing from those who answer.
 */
@Component
public class Traffic {

    private static final int NOT_MODIFIED = 304;
    private static final int SERVER_ERROR = 500;

    private final boolean counting;
    private final Durations durations = new Durations();
    private final LongAdder read = new LongAdder();
    private final LongAdder unchanged = new LongAdder();
    private final LongAdder failed = new LongAdder();

    Traffic(@Value("${maru.metrics.collect}") boolean counting) {
        this.counting = counting;
    }

    /** An answer that was at hand has been given to a request that began then. */
    void atHand(int status, long begun) {
        if (counting) {
            durations.add(System.nanoTime() - begun);
            if (status == NOT_MODIFIED) {
                unchanged.increment();
            }
        }
    }

    /** An answer that had to be read has been given, whatever it was. */
    void read(int status, long begun) {
        atHand(status, begun);
        if (counting) {
            read.increment();
            if (status >= SERVER_ERROR) {
                failed.increment();
            }
        }
    }

    /** How many requests were answered. */
    public long answered() {
        return durations.count();
    }

    /** How many of them had to be read; the others were at hand. */
    public long read() {
        return read.sum();
    }

    /** To how many was said that they have it already. */
    public long unchanged() {
        return unchanged.sum();
    }

    /** How many failed through no fault of who asked. */
    public long failed() {
        return failed.sum();
    }

    /** How long answers took. */
    public Durations durations() {
        return durations;
    }
}
