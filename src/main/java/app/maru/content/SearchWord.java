package app.maru.content;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A word that somebody looks for, as the search column has it: in lower case and decomposed, so that a Hangul syllable
 * is two or three letters and gives trigrams.
 *
 * <p>Any table can be searched that has a {@code title} and, kept as content_entries keeps it, a {@code search}.
 *
 * @param text the word
 * @param otherwise the same with its last consonant at home in the other syllable: on the way to 크리 one types 클
 * @param initials whether it is nothing but the consonants that syllables begin with
 */
public record SearchWord(String text, String otherwise, boolean initials) {

    private static final int MOST = 8;
    private static final String FIRSTS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
    private static final String LASTS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
    private static final char FIRST = '\u1100';
    private static final char VOWEL = '\u1161';
    private static final char LAST = '\u11a8';
    private static final Pattern CONSONANTS = Pattern.compile("[" + FIRSTS + "]{2,}");
    private static final String INITIALS = "regexp_replace(lower(normalize(title, NFD)), '[\\u1161-\\u11ff]', '', 'g')";

    /** The words of a text, the first few of them. */
    public static List<SearchWord> of(String text) {
        return Arrays.stream(text.strip().split("\\s+")).filter(word -> !word.isEmpty()).limit(MOST).map(SearchWord::word).toList();
    }

    private static SearchWord word(String typed) {
        var text = normal(typed);
        return new SearchWord(text, text.substring(0, text.length() - 1) + otherwise(text), CONSONANTS.matcher(typed).matches());
    }

    /** The last letter: a consonant that ends its syllable as the first of the next, and the other way round. */
    private static char otherwise(String text) {
        char end = text.charAt(text.length() - 1);
        boolean follows = text.length() > 1 && isVowel(text.charAt(text.length() - 2));
        if (end >= LAST && end < LAST + LASTS.length()) {
            int first = FIRSTS.indexOf(LASTS.charAt(end - LAST));
            return first < 0 ? end : (char) (FIRST + first);
        }
        int last = follows && end >= FIRST && end < FIRST + FIRSTS.length() ? LASTS.indexOf(FIRSTS.charAt(end - FIRST)) : -1;
        return last < 0 ? end : (char) (LAST + last);
    }

    /** As the search column has it; letters that stand alone become what they are within a syllable. */
    static String normal(String text) {
        var letters = new StringBuilder(Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT));
        for (int i = 0; i < letters.length(); i++) {
            letters.setCharAt(i, joined(letters, i));
        }
        return letters.toString();
    }

    private static char joined(StringBuilder letters, int place) {
        char letter = letters.charAt(place);
        if (letter >= 'ㅏ' && letter <= 'ㅣ') {
            return (char) (VOWEL + letter - 'ㅏ');
        }
        boolean closes = place > 0 && isVowel(letters.charAt(place - 1)) && place + 1 < letters.length() && !isVowel(letters.charAt(place + 1));
        int last = LASTS.indexOf(letter);
        int first = FIRSTS.indexOf(letter);
        return closes && last >= 0 ? (char) (LAST + last) : first >= 0 ? (char) (FIRST + first) : letter;
    }

    private static boolean isVowel(char letter) {
        return letter >= 'ㅏ' && letter <= 'ㅣ' || letter >= VOWEL && letter < LAST;
    }

    /**
     * The condition that an entry has the word, with its values put beside those that are there: one that gives a trigram
     * is found anywhere, a shorter one where a word begins.
     */
    public String condition(Map<String, Object> parameters) {
        if (initials) {
            return INITIALS + " like :" + put(parameters, "%" + text + "%");
        }
        return Stream.of(text, otherwise).distinct()
            .flatMap(form -> form.length() > 2 ? Stream.of("%" + escaped(form) + "%") : Stream.of(escaped(form) + "%", "% " + escaped(form) + "%"))
            .map(pattern -> "search like :" + put(parameters, pattern)).collect(Collectors.joining(" or ", "(", ")"));
    }

    /**
     * The same for entries that are gone through one by one, without an index: much quicker there, as {@code like} looks
     * at every letter of a text whose letters all begin with the same byte.
     */
    String conditionInOrder(Map<String, Object> parameters) {
        if (initials) {
            return condition(parameters);
        }
        return Stream.of(text, otherwise).distinct()
            .flatMap(form -> form.length() > 2 ? Stream.of(has(parameters, form))
                : Stream.of("starts_with(search, :" + put(parameters, form) + ")", has(parameters, " " + form)))
            .collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String has(Map<String, Object> parameters, String form) {
        return "strpos(search, :" + put(parameters, form) + ") > 0";
    }

    private static String put(Map<String, Object> parameters, String pattern) {
        var name = "word" + parameters.size();
        parameters.put(name, pattern);
        return name;
    }

    /** The text with the signs that a pattern knows as themselves. */
    static String escaped(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }
}
