package app.maru.histories;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;

import app.maru.histories.Trial.Failure;

/** Draws histories and goes through each in the house and in the model, until they differ or there are enough. */
public final class Histories {

    private static final int HISTORIES_BETWEEN_RESTARTS = 150;
    private static final int HISTORIES_BETWEEN_WORDS = 100;

    private final Settings settings;
    private final PrintStream out;
    private final Tally tally = new Tally();
    private final Instant begun = Instant.now();

    Histories(Settings settings, PrintStream out) {
        this.settings = settings;
        this.out = out;
    }

    public static void main(String[] arguments) {
        System.exit(new Histories(settings(arguments), System.out).run() ? 0 : 1);
    }

    private static Settings settings(String[] arguments) {
        try {
            return Settings.read(List.of(arguments));
        } catch (IllegalArgumentException | NoSuchElementException e) {
            System.err.println("What is meant? " + Settings.USAGE);
            System.exit(2);
            throw e;
        }
    }

    /** Whether all that was asked for was done, and nothing differed. */
    boolean run() {
        out.printf("histories: seed %d, from number %d%n", settings.seed(), settings.first());
        try (var house = new House()) {
            var trial = new Trial(house, tally);
            return isMended(trial) && agree(house, trial) && verdict();
        }
    }

    /** Whether those agree that were found not to once. */
    private boolean isMended(Trial trial) {
        for (var found : Found.histories()) {
            var failure = trial.run(found);
            if (failure != null) {
                out.printf("A history that failed once fails again:%n%s%n", failure.told());
                return false;
            }
        }
        return true;
    }

    private boolean agree(House house, Trial trial) {
        for (int number = 0; goesOn(number); number++) {
            restartNowAndThen(house, number);
            var failure = trial.run(Draw.history(settings.seed(), settings.first() + number));
            if (failure != null) {
                tell(house, settings.first() + number, failure);
                return false;
            }
            sayNowAndThen(number + 1);
        }
        return true;
    }

    private void restartNowAndThen(House house, int number) {
        if (number % HISTORIES_BETWEEN_RESTARTS == HISTORIES_BETWEEN_RESTARTS / 10) {
            house.restart();
            tally.restarted();
        }
    }

    private boolean goesOn(int done) {
        return done < settings.histories() && (done < settings.fewest() || length().compareTo(settings.time()) < 0);
    }

    private Duration length() {
        return Duration.between(begun, Instant.now());
    }

    private void sayNowAndThen(int done) {
        if (done % HISTORIES_BETWEEN_WORDS == 0) {
            out.printf("%6d histories agree after %d s%n", done, length().toSeconds());
        }
    }

    private void tell(House house, int number, Failure failure) {
        out.printf("history %d of seed %d fails at step %d of %d: %s%n", number, settings.seed(), failure.step() + 1, failure.steps().size(), failure.mismatch().getMessage());
        var shortest = new Shrinking(new Trial(house, new Tally())::run).shortest(failure);
        out.printf("%nThe shortest history found that fails (the whole: bin/histories --seed %d --first %d --histories 1):%n%s%n", settings.seed(), number, shortest.told());
        if (shortest.mismatch().getCause() != null) {
            shortest.mismatch().getCause().printStackTrace(out);
        }
    }

    private boolean verdict() {
        out.printf("seed %d, %d s: %s%n", settings.seed(), length().toSeconds(), tally);
        if (!tally.isEnough()) {
            out.println("That is too little to prove anything.");
        }
        return tally.isEnough();
    }
}
