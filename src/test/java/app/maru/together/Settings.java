package app.maru.together;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * What a run is asked to do: so many steps, or as many as there is time for.
 *
 * @param fewest so many, however long they take
 */
record Settings(int steps, int fewest, Duration time, long seed) {

    static final String USAGE = "bin/together [--steps 20000] [--seconds 3600] [--seed 4711]";

    static Settings read(List<String> arguments) {
        var settings = new Settings(20_000, 0, Duration.ofHours(24), ThreadLocalRandom.current().nextInt(1, 1_000_000));
        for (var words = arguments.iterator(); words.hasNext(); ) {
            settings = settings.with(words.next(), words);
        }
        return settings;
    }

    private Settings with(String name, Iterator<String> words) {
        return switch (name) {
            case "--steps" -> new Settings(Integer.parseInt(words.next()), fewest, time, seed);
            case "--seconds" -> new Settings(steps, fewest, Duration.ofSeconds(Long.parseLong(words.next())), seed);
            case "--seed" -> new Settings(steps, fewest, time, Long.parseLong(words.next()));
            default -> throw new IllegalArgumentException(name);
        };
    }
}
