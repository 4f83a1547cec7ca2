package app.maru.content;

import java.text.Normalizer;
import java.util.Locale;

/** Suggests slugs: Latin text in lower case, Hangul in the Revised Romanization of Korean, letter by letter. */
public final class Slugs {

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final String[] INITIALS = "g kk n d tt r m b pp s ss . j jj ch k t p h".split(" ");
    private static final String[] VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ");
    private static final String[] FINALS = ". k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ");

    private Slugs() {
    }

    /** A slug for the text: at most 96 characters, cut between words where possible; empty when nothing of it can be one. */
    public static String suggest(String text) {
        var latin = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFC).codePoints().forEach(letter -> append(latin, letter));
        var plain = Normalizer.normalize(latin, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
        return cut(plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", ""));
    }

    private static void append(StringBuilder latin, int letter) {
        if (letter < FIRST_SYLLABLE || letter > LAST_SYLLABLE) {
            latin.appendCodePoint(letter);
            return;
        }
        int syllable = letter - FIRST_SYLLABLE;
        latin.append(sound(INITIALS, syllable / (VOWELS.length * FINALS.length)));
        latin.append(sound(VOWELS, syllable / FINALS.length % VOWELS.length));
        latin.append(sound(FINALS, syllable % FINALS.length));
    }

    private static String sound(String[] sounds, int index) {
        return sounds[index].equals(".") ? "" : sounds[index];
    }

    private static String cut(String slug) {
        if (slug.length() <= 96) {
            return slug;
        }
        int hyphen = slug.lastIndexOf('-', 96);
        return slug.substring(0, hyphen > 0 ? hyphen : 96);
    }
}
