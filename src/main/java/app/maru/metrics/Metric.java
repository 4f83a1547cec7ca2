package app.maru.metrics;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Something that is measured: what it is called, where it should be, and when somebody is told.
 *
 * @param labelKo its name in Korean; empty where it is the same
 * @param unit as {@link Figures} writes it behind a value; may be empty
 * @param good in which direction it gets better; null where neither does
 * @param builtIn whether Maru collects it by itself
 * @param archived whether it is put away: its values stay, and none are taken any more
 */
public record Metric(UUID id, int version, String key, String label, String labelKo, String category, String unit, Kind kind,
                     @Nullable BigDecimal target, @Nullable Direction good, Alert alert, boolean builtIn, boolean archived) {

    /** What its values are. */
    public enum Kind {
        NUMBER, TEXT;

        /** Its name in message keys and in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Where a value goes. */
    public enum Direction {
        UP, DOWN;

        /** Its name in message keys and in the table. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** When somebody is told: above or below a value, or when none came for so many minutes; null for never. */
    public record Alert(@Nullable BigDecimal above, @Nullable BigDecimal below, @Nullable Integer missingMinutes) {

        /** Nobody is ever told. */
        public static final Alert NONE = new Alert(null, null, null);

        /** Whether there is any rule. */
        public boolean isSet() {
            return above != null || below != null || missingMinutes != null;
        }
    }

    /** What the person calls it. */
    public String label(Locale locale) {
        return locale.getLanguage().equals("ko") && !labelKo.isEmpty() ? labelKo : label;
    }

    /** The address of its page. */
    public String address() {
        return "/metrics/" + key;
    }

    /** Whether its values are numbers. */
    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}
