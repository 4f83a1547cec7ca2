package app.maru.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One entry as the catalogue knows it.
 *
 * @param head the revision that the working copy equals
 * @param live the revision that visitors see; null when none
 * @param revisions the newest revision's number
 */
public record Entry(UUID id, String type, @Nullable String slug, String title, State state, int displayOrder, int head,
                    @Nullable Integer live, int revisions, @Nullable UUID changedBy, Instant changedAt, long row) {

    /** The desk's address of the entry. */
    public String address() {
        return "/" + type + "/" + id;
    }

    /** Whether visitors see it. */
    public boolean isLive() {
        return live != null;
    }

    static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(row.getObject("entry_id", UUID.class), row.getString("type"), row.getString("slug"), row.getString("title"),
            State.of(row.getString("state")), row.getInt("display_order"), row.getInt("head"), row.getObject("live", Integer.class),
            row.getInt("revisions"), row.getObject("changed_by", UUID.class), row.getObject("changed_at", OffsetDateTime.class).toInstant(),
            row.getLong("id"));
    }
}
