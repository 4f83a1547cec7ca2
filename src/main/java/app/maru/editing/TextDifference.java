package app.maru.editing;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;

/** What turns one text into another, word by word. */
record TextDifference(List<Part> parts) {

    /** Where a stretch of text is. */
    enum Kind { SAME, REMOVED, ADDED }

    /** A stretch of text that is in both, or in one only. */
    record Part(Kind kind, String text) {
    }

    private static final Pattern LINE = Pattern.compile("[^\n]*\n|[^\n]+");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+|\\s+|.", Pattern.DOTALL);
    private static final int MOST_LINES = 4_000;
    private static final int MOST_WORDS = 3_000;
    private static final int CONTEXT = 60;
    private static final int ENOUGH = 280;

    static final TextDifference NOTHING = new TextDifference(List.of());

    /** The difference between two texts. Stretches with little in common stand one before the other, whole. */
    static TextDifference between(String before, String after) {
        var writing = new DifferenceWriting();
        walk(LINE, MOST_LINES, before, after, writing, (removed, added) -> words(removed, added, writing));
        return new TextDifference(writing.parts());
    }

    private static void words(String before, String after, DifferenceWriting writing) {
        if (before.isEmpty() || after.isEmpty()) {
            writing.replace(before, after);
            return;
        }
        var words = new DifferenceWriting();
        walk(WORD, MOST_WORDS, before, after, words, words::replace);
        boolean alike = words.kept() * 3 > Math.max(before.length(), after.length());
        if (alike) {
            words.parts().forEach(writing::add);
        } else {
            writing.replace(before, after);
        }
    }

    private interface Replacing {
        void replace(String before, String after);
    }

    /** Compares piece by piece, at most so many; more are replaced as they are. */
    private static void walk(Pattern piece, int most, String before, String after, DifferenceWriting writing, Replacing replacing) {
        var old = pieces(piece, before);
        var fresh = pieces(piece, after);
        if (old.size() + fresh.size() > most) {
            writing.replace(before, after);
            return;
        }
        int place = 0;
        var removed = new StringBuilder();
        var added = new StringBuilder();
        for (var delta : DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>(), null).getDeltas()) {
            if (delta.getSource().getPosition() > place) {
                replacing.replace(taken(removed), taken(added));
                writing.keep(String.join("", old.subList(place, delta.getSource().getPosition())));
            }
            delta.getSource().getLines().forEach(removed::append);
            delta.getTarget().getLines().forEach(added::append);
            place = delta.getSource().getPosition() + delta.getSource().size();
        }
        replacing.replace(taken(removed), taken(added));
        writing.keep(String.join("", old.subList(place, old.size())));
    }

    private static String taken(StringBuilder text) {
        var taken = text.toString();
        text.setLength(0);
        return taken;
    }

    private static List<String> pieces(Pattern piece, String text) {
        return piece.matcher(text).results().map(MatchResult::group).toList();
    }

    /** One side of it: the text before ({@code REMOVED}), or after ({@code ADDED}). */
    TextDifference side(Kind own) {
        return new TextDifference(parts.stream().filter(part -> part.kind == Kind.SAME || part.kind == own).toList());
    }

    /** The same, with long stretches that are in both cut short. */
    TextDifference shortened() {
        return new TextDifference(IntStream.range(0, parts.size()).mapToObj(place -> {
            var part = parts.get(place);
            return part.kind != Kind.SAME ? new Part(part.kind, shortened(part.text))
                : new Part(Kind.SAME, shortened(part.text, place == 0 ? 0 : CONTEXT, place == parts.size() - 1 ? 0 : CONTEXT));
        }).toList());
    }

    /** A text, cut short where it is long. */
    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= ENOUGH ? text : text.substring(0, text.offsetByCodePoints(0, ENOUGH)) + " …";
    }

    private static String shortened(String text, int head, int tail) {
        int length = text.codePointCount(0, text.length());
        return length <= head + tail + CONTEXT ? text
            : text.substring(0, text.offsetByCodePoints(0, head)) + " … " + text.substring(text.offsetByCodePoints(0, length - tail));
    }
}
