package app.maru.desk;

/** A page above the one that is shown; a controller gives a list of them as the model attribute {@code crumbs}. */
public record Crumb(String href, String text) {
}
