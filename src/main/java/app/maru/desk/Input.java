package app.maru.desk;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One field of a form as {@code desk/form.html} draws it: label, help, what was typed, and what is wrong with it.
 *
 * @param path the name under which the form sends it
 * @param kind the fragment that draws it: line, number, link, icon, area, moment, date, choice, found (choices that lie open), flag
 * @param helpKey the message key of a sentence of help, or null
 * @param value what was typed, even when it cannot be stored; for a flag true or false
 * @param errors what is wrong, as the person reads it
 * @param limit how many characters it may have; 0 for no counter
 * @param needed whether publishing demands it
 */
public record Input(String path, String kind, String labelKey, @Nullable String helpKey, String value, List<String> errors,
                    int limit, boolean needed, boolean readOnly, List<Choice> choices) {

    /**
     * One of the values that may be chosen.
     *
     * @param messageKey the key of its name; null where the name is no word of the desk but what somebody typed
     * @param text its name where there is no key
     */
    public record Choice(String value, @Nullable String messageKey, @Nullable String text) {

        public Choice(String value, String messageKey) {
            this(value, messageKey, null);
        }

        /** A value that is called what somebody typed. */
        public static Choice called(String value, String text) {
            return new Choice(value, null, text);
        }
    }

    private static final Pattern UNFIT_FOR_AN_ID = Pattern.compile("[^A-Za-z0-9_-]");

    public Input {
        errors = List.copyOf(errors);
        choices = List.copyOf(choices);
    }

    /** A field of this kind that says nothing more yet. */
    public static Input of(String kind, String path, String labelKey, String value) {
        return new Input(path, kind, labelKey, null, value, List.of(), 0, false, false, List.of());
    }

    /** With a sentence of help below its label. */
    public Input help(@Nullable String key) {
        return new Input(path, kind, labelKey, key, value, errors, limit, needed, readOnly, choices);
    }

    /** With what is wrong said below it. */
    public Input wrong(List<String> sentences) {
        return new Input(path, kind, labelKey, helpKey, value, sentences, limit, needed, readOnly, choices);
    }

    /** With a counter of its characters. */
    public Input atMost(int characters) {
        return new Input(path, kind, labelKey, helpKey, value, errors, characters, needed, readOnly, choices);
    }

    /** Marked as what publishing demands. */
    public Input needed(boolean demanded) {
        return new Input(path, kind, labelKey, helpKey, value, errors, limit, demanded, readOnly, choices);
    }

    /** To be read, not changed. */
    public Input readOnly(boolean fixed) {
        return new Input(path, kind, labelKey, helpKey, value, errors, limit, needed, fixed, choices);
    }

    /** To be chosen among these. */
    public Input among(List<Choice> values) {
        return new Input(path, kind, labelKey, helpKey, value, errors, limit, needed, readOnly, values);
    }

    /** With its choices lying open, as what a search found. */
    public Input open() {
        return new Input(path, "found", labelKey, helpKey, value, errors, limit, needed, readOnly, choices);
    }

    /** The id of the control; a summary of errors links to it. */
    public String id() {
        return idOf(path);
    }

    /** The id of the control for the field of that path. */
    public static String idOf(String path) {
        return "field-" + UNFIT_FOR_AN_ID.matcher(path).replaceAll("-");
    }

    /** What describes the control to who cannot see it: help, what is wrong, whether it is needed. */
    public @Nullable String describedBy() {
        var ids = new StringBuilder();
        ids.append(needed ? id() + "-needed " : "").append(helpKey == null ? "" : id() + "-help ")
            .append(errors.isEmpty() ? "" : id() + "-error");
        return ids.isEmpty() ? null : ids.toString().strip();
    }

    /** How many characters it has now. */
    public int length() {
        return value.codePointCount(0, value.length());
    }

    /** Whether it is a flag that is on. */
    public boolean on() {
        return value.equals("true");
    }
}
