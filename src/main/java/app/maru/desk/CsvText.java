package app.maru.desk;

/** Texts as comma-separated values have them (RFC 4180). */
public final class CsvText {

    private static final String MAKES_A_FORMULA = "=+-@\t\r";

    private CsvText() {
    }

    /** In quotes, and never read as a formula by what opens it. */
    public static String quoted(String text) {
        var safe = !text.isEmpty() && MAKES_A_FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
