package app.maru.editing;

import org.jspecify.annotations.Nullable;

/**
 * What a check found, as it is read.
 *
 * @param severity how much it matters, as the end of a message key: error, warning, hint
 * @param path where in the form; empty for the entry as a whole
 * @param place what the place is called; empty for the entry as a whole
 * @param href where in the editor it is; null where there is no such place
 */
record Remark(String severity, String path, String place, @Nullable String href, String says) {

    /** The icon that stands for how much it matters. */
    public String icon() {
        return switch (severity) {
            case "error" -> "exclamation-circle-fill";
            case "warning" -> "exclamation-triangle-fill";
            default -> "info-circle";
        };
    }
}
