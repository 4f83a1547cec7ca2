package app.maru.content;

/** Who finds a published entry: everybody, nobody, or whoever knows its address. */
public enum Visibility {
    PUBLIC, PRIVATE, LEGACY
}
