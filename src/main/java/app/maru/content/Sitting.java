package app.maru.content;

import java.util.UUID;

/**
 * One opening of an entry's form in a browser, when the form is saved.
 *
 * @param number how often it has had text kept
 * @param kept the unsaved text that the form was laid over; what the form does not hold is saved from there
 */
public record Sitting(UUID id, int number, Unsaved kept) {

    /** A form that was never opened in a browser. */
    public static Sitting none() {
        return new Sitting(UUID.randomUUID(), 0, Unsaved.NONE);
    }
}
