package app.maru.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * One Save of an entry, whole; never changed.
 *
 * @param number counted from 1 within its entry
 * @param name what somebody called it; empty for nothing
 * @param restoredFrom the number of the revision that it repeats; null when it was written
 */
public record Revision(UUID entry, int number, Snapshot snapshot, @Nullable UUID author, String name,
                       @Nullable Integer restoredFrom, Instant createdAt) {

    static Revision read(ResultSet row, Snapshot snapshot) throws SQLException {
        return new Revision(row.getObject("entry_id", UUID.class), row.getInt("number"), snapshot, row.getObject("author", UUID.class),
            row.getString("name"), row.getObject("restored_from", Integer.class), row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
