package app.maru.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

import org.jspecify.annotations.Nullable;

/** A number that every page shows: counted again after a moment, so that no page pays for it, or once it is forgotten. */
public final class Tally {

    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final IntSupplier count;
    private final Clock clock;
    private volatile @Nullable Known known;

    /** A tally that is counted in that way. */
    public Tally(IntSupplier count, Clock clock) {
        this.count = count;
        this.clock = clock;
    }

    private record Known(int number, Instant until) {}

    /** The number, as it was a moment ago at most. */
    public int number() {
        var last = known;
        if (last == null || clock.instant().isAfter(last.until)) {
            last = new Known(count.getAsInt(), clock.instant().plus(MOMENT));
            known = last;
        }
        return last.number;
    }

    /** Lets it be counted anew: something has just happened to it. */
    public void forget() {
        known = null;
    }
}
