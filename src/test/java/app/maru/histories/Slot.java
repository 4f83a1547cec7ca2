package app.maru.histories;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A place for one entry in a history; what stands there, if anything does, depends on the steps before. */
record Slot(Kind kind, int number) {

    /** The entry's id in the history of that name. */
    UUID id(String history) {
        return UUID.nameUUIDFromBytes((history + " " + this).getBytes(StandardCharsets.UTF_8));
    }

    String address(String history) {
        return "/" + kind.path + "/" + id(history);
    }

    @Override
    public String toString() {
        return kind.word() + " " + number;
    }
}
