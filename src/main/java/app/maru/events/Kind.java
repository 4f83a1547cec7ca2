package app.maru.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing happened; each is an arm of the view. */
public enum Kind {
    SIGN_IN("box-arrow-in-right"), PAYMENT("credit-card"), PROJECT("kanban");

    private final String icon;

    Kind(String icon) {
        this.icon = icon;
    }

    /** The kind as the view, addresses and messages name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its sign. */
    public String icon() {
        return icon;
    }

    static Optional<Kind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
