package app.maru.chaos;

import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a run is asked to do.
 *
 * @param careless whether PostgreSQL may acknowledge before it has written: such a run has to fail
 */
record Settings(int kills, long seed, int writers, boolean careless) {

    static final String USAGE = "bin/chaos [--kills 60] [--seed 4711] [--writers 6] [--careless]";

    static Settings read(List<String> arguments) {
        var settings = new Settings(60, ThreadLocalRandom.current().nextInt(1, 1_000_000), 6, false);
        for (var words = arguments.iterator(); words.hasNext(); ) {
            settings = settings.with(words.next(), words);
        }
        return settings;
    }

    private Settings with(String name, Iterator<String> words) {
        return switch (name) {
            case "--kills" -> new Settings(Integer.parseInt(words.next()), seed, writers, careless);
            case "--seed" -> new Settings(kills, Long.parseLong(words.next()), writers, careless);
            case "--writers" -> new Settings(kills, seed, Integer.parseInt(words.next()), careless);
            case "--careless" -> new Settings(kills, seed, writers, true);
            default -> throw new IllegalArgumentException(name);
        };
    }
}
