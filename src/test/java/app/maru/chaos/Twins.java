package app.maru.chaos;

import java.util.List;
import java.util.Random;

import app.maru.chaos.Desk.Unanswered;

/** Two entries that always go before visitors together, saying the same count: an edition with one of them alone is torn. */
record Twins(Work first, Work second, Random random) implements Task {

    @Override
    public void act() throws Unanswered, SignedOut {
        var one = first.open();
        var other = second.open();
        if (one.isEmpty() || other.isEmpty()) {
            return;
        }
        int count = first.shown(one.get()).orElseThrow();
        int otherCount = second.shown(other.get()).orElseThrow();
        if (count > otherCount) {
            second.save(other.get(), count, false);
        } else if (count < otherCount) {
            first.save(one.get(), otherCount, false);
        } else if (random.nextBoolean()) {
            first.publish(one.get(), List.of(second));
        } else {
            first.save(one.get(), count + 1, false);
        }
    }
}
