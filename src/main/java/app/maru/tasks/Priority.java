package app.maru.tasks;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How much it matters that a task is done soon. */
enum Priority {
    LOW("arrow-down"), MEDIUM("dash-lg"), HIGH("arrow-up"), URGENT("lightning-charge-fill");

    private final String icon;

    Priority(String icon) {
        this.icon = icon;
    }

    /** Its name in message keys, addresses and the table. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The icon that stands for it. */
    public String icon() {
        return icon;
    }

    static Optional<Priority> of(String key) {
        return Stream.of(values()).filter(priority -> priority.key().equals(key)).findFirst();
    }
}
