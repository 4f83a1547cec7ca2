package app.maru.content;

/** How far a published entry can be reached by visitors. */
public enum Access {
    /** In lists and by its address. */
    LISTED,
    /** By its address, or when asked for by its visibility. */
    UNLISTED,
    /** Not at all: for visitors it does not exist. */
    HIDDEN;

    static Access of(Visibility visibility, boolean active) {
        if (!active || visibility == Visibility.PRIVATE) {
            return HIDDEN;
        }
        return visibility == Visibility.LEGACY ? UNLISTED : LISTED;
    }
}
