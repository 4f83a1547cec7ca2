package app.maru.tasks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** How far a task has come; a column of the board each. */
enum Status {
    OPEN("circle"), IN_PROGRESS("play-circle"), DONE("check-circle-fill"), CANCELLED("x-circle");

    /** What is still to be done. */
    static final List<Status> TO_DO = List.of(OPEN, IN_PROGRESS);

    private final String icon;

    Status(String icon) {
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

    /** Whether there is something to be done still. */
    public boolean isToDo() {
        return TO_DO.contains(this);
    }

    static Optional<Status> of(String key) {
        return Stream.of(values()).filter(status -> status.key().equals(key)).findFirst();
    }
}
