package app.maru.dashboard;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much room a widget takes: a quarter of the width, half of it, all of it. */
enum Size {
    SMALL("square"), MEDIUM("layout-split"), LARGE("square-fill");

    private final String icon;

    Size(String icon) {
        this.icon = icon;
    }

    /** The size as the database, forms and messages name it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Its sign. */
    public String icon() {
        return icon;
    }

    static Optional<Size> of(String key) {
        return Arrays.stream(values()).filter(size -> size.key().equals(key)).findFirst();
    }
}
