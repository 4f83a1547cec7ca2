package app.maru.content;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Short words by which visitors sort things, in the order in which they were typed; kept as a JSON array. */
public record Tags(List<String> words) {

    /** How many tags one field may have. */
    public static final int MOST = 20;
    /** How many characters one tag may have. */
    public static final int LONGEST = 40;

    private static final Pattern BETWEEN = Pattern.compile("[,，\\v]");

    public Tags {
        words = List.copyOf(words);
    }

    /** The tags that the text lists with commas or lines between them; none twice. */
    static Tags typed(String text) {
        return new Tags(Arrays.stream(BETWEEN.split(text)).map(String::strip).filter(Predicate.not(String::isEmpty)).distinct().toList());
    }

    /** Whether there are neither too many nor too long ones. */
    boolean isWithinBounds() {
        return words.size() <= MOST && words.stream().allMatch(word -> word.codePointCount(0, word.length()) <= LONGEST);
    }
}
