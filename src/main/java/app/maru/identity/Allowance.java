package app.maru.identity;

/** Time that may be spent: it comes back bit by bit, and a little of it is saved up. */
final class Allowance {

    private final double rate;
    private final double most;
    private double left;
    private long counted;

    /**
     * An allowance of which everything is left.
     *
     * @param rate how much comes back in each unit of time
     * @param most how much is saved up
     * @param now on the clock by which all others of its moments go
     */
    Allowance(double rate, long most, long now) {
        this.rate = rate;
        this.most = most;
        this.left = most;
        this.counted = now;
    }

    /** How long nothing may be begun, when that much else is to be spent before. */
    synchronized long pause(long before, long now) {
        count(now);
        return left > before ? 0 : (long) Math.ceil((before - left) / rate) + 1;
    }

    /** Takes what was spent, even where that is more than there was: the next one waits the longer. */
    synchronized void spend(long time, long now) {
        count(now);
        left -= time;
    }

    private void count(long now) {
        left = Math.min(most, left + (now - counted) * rate);
        counted = now;
    }
}
