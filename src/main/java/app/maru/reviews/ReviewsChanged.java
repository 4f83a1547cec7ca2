package app.maru.reviews;

/** A request was made, answered, or waits again. */
record ReviewsChanged() {
}
