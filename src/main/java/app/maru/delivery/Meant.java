package app.maru.delivery;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant by a name that does not exist. */
final class Meant {

    private static final int LONGEST = 64;
    private static final int SHORTEST = 3;

    private Meant() {}

    /** The allowed name that is nearest, if any is near enough to have been meant. */
    static Optional<String> by(String given, Collection<String> allowed) {
        if (given.length() > LONGEST) {
            return Optional.empty();
        }
        var lower = given.toLowerCase(Locale.ROOT);
        return allowed.stream().min(Comparator.comparingInt(name -> distance(lower, name)))
            .filter(name -> distance(lower, name) <= Math.max(2, name.length() / 3))
            .or(() -> allowed.stream().filter(name -> lower.length() >= SHORTEST && name.toLowerCase(Locale.ROOT).startsWith(lower)).findFirst());
    }

    /** How many letters to insert, remove or replace (Levenshtein), upper and lower case alike. */
    private static int distance(String given, String name) {
        var wanted = name.toLowerCase(Locale.ROOT);
        int[] above = new int[wanted.length() + 1];
        for (int j = 0; j < above.length; j++) above[j] = j;
        for (int i = 1; i <= given.length(); i++) {
            int[] row = new int[above.length];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int replaced = above[j - 1] + (given.charAt(i - 1) == wanted.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
            }
            above = row;
        }
        return above[wanted.length()];
    }
}
