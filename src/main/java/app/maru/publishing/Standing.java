package app.maru.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

/**
 * How visitors know an entry: its newest publication, which may have ended.
 *
 * @param slug the slug under which they know it; null for a type without slugs
 * @param reachable whether they can see it now: it is live, and neither private nor switched off
 * @param edition the edition since which it has said what it says
 */
public record Standing(@Nullable String slug, boolean live, boolean reachable, long edition, Instant publishedAt) {

    static Standing read(ResultSet row, int number) throws SQLException {
        boolean live = row.getObject("until_edition") == null;
        return new Standing(row.getString("slug"), live, live && !row.getString("access").equals("hidden"),
            row.getLong("from_edition"), row.getObject("published_at", OffsetDateTime.class).toInstant());
    }
}
