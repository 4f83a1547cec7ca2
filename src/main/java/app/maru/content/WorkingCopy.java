package app.maru.content;

/**
 * An entry as staff last saved it.
 *
 * @param version the lock version: raised by every save, carried by every form
 */
public record WorkingCopy(Entry entry, ContentType type, Snapshot snapshot, long row, int version, Stamp stamp) {
}
