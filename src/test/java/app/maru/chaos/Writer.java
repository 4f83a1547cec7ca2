package app.maru.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Random;

import app.maru.chaos.Desk.Unanswered;
import app.maru.chaos.Task.SignedOut;

/** One colleague who never stops. */
final class Writer implements Runnable {

    private static final Duration BREATH = Duration.ofMillis(50);

    private final Desk desk;
    private final Colleague colleague;
    private final List<Task> tasks;
    private final Ledger ledger;
    private final Random random;
    private volatile boolean stopped;

    Writer(Desk desk, Colleague colleague, List<Task> tasks, Ledger ledger, Random random) {
        this.desk = desk;
        this.colleague = colleague;
        this.tasks = List.copyOf(tasks);
        this.ledger = ledger;
        this.random = random;
    }

    void stop() {
        stopped = true;
    }

    @Override
    public void run() {
        while (!stopped) {
            boolean quiet = ledger.isQuiet();
            try {
                act();
            } catch (Unanswered e) {
                ledger.unanswered(quiet, e);
                Waiting.pause(BREATH);
            } catch (RuntimeException e) {
                ledger.surprise(e.toString());
                return;
            }
        }
    }

    private void act() throws Unanswered {
        try {
            tasks.get(random.nextInt(tasks.size())).act();
        } catch (SignedOut e) {
            desk.signIn(colleague);
        }
    }
}
