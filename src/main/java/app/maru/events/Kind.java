package app.maru.events;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sort of thing happened; each is an arm of the view. */
public enum Kind {
    SIGN_IN("auth_audit_logs", "box-arrow-in-right"), PAYMENT("profile_invoices", "credit-card"), PROJECT("projects", "kanban");

    private final String source;
    private final String icon;

    Kind(String source, String icon) {
        this.source = source;
        this.icon = icon;
    }

    /** The kind as the view, addresses and messages name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The table that such events come from. */
    String source() {
        return source;
    }

    /** Its sign. */
    public String icon() {
        return icon;
    }

    static Optional<Kind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
}
