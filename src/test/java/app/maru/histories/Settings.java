package app.maru.histories;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a run is asked to do: so many histories, or as many as there is time for.
 *
 * @param fewest so many, however long they take
 * @param first the number of the first history: with the seed it says which one that is
 */
record Settings(int histories, int fewest, Duration time, long seed, int first) {

    static final String USAGE = "bin/histories [--histories 2000] [--seconds 3600] [--seed 4711] [--first 1]";

    static Settings read(List<String> arguments) {
        var settings = new Settings(2000, 0, Duration.ofHours(24), ThreadLocalRandom.current().nextInt(1, 1_000_000), 1);
        for (var words = arguments.iterator(); words.hasNext(); ) {
            settings = settings.with(words.next(), words);
        }
        return settings;
    }

    private Settings with(String name, Iterator<String> words) {
        return switch (name) {
            case "--histories" -> new Settings(Integer.parseInt(words.next()), fewest, time, seed, first);
            case "--seconds" -> new Settings(histories, fewest, Duration.ofSeconds(Long.parseLong(words.next())), seed, first);
            case "--seed" -> new Settings(histories, fewest, time, Long.parseLong(words.next()), first);
            case "--first" -> new Settings(histories, fewest, time, seed, Integer.parseInt(words.next()));
            default -> throw new IllegalArgumentException(name);
        };
    }
}
