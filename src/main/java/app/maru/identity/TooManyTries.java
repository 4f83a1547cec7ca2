package app.maru.identity;

import java.time.Duration;

/** So much was tried that no more is looked at for a while. */
public class TooManyTries extends RuntimeException {

    private final Duration pause;

    /** The next try is looked at after that time. */
    public TooManyTries(Duration pause) {
        super("Too many tries");
        this.pause = pause;
    }

    public Duration pause() {
        return pause;
    }
}
