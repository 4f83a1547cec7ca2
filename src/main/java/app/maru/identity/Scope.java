package app.maru.identity;

import java.util.Locale;
import java.util.stream.Stream;

/** What a machine with a token may do. */
public enum Scope {
    METRICS_WRITE, MONITORING_READ;

    /** Its name in the table and in addresses. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', ':');
    }

    /** Its name in message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Scope named(String wireName) {
        return Stream.of(values()).filter(scope -> scope.wireName().equals(wireName)).findFirst().orElseThrow();
    }
}
