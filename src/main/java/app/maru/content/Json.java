package app.maru.content;

/** A JSON document as text, kept in a {@code jsonb} column. */
public record Json(String text) {

    public static final Json EMPTY = new Json("{}");
}
