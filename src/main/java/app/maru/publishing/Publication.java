package app.maru.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/** One entry's body as served, and what lists need to know of it. */
record Publication(UUID entry, String type, int revision, @Nullable String slug, String title, String access, @Nullable UUID parent,
                   int displayOrder, String facets, String body, String hash, Instant firstPublished, Instant published) {

    static Publication read(ResultSet row, int number) throws SQLException {
        return new Publication(row.getObject("entry_id", UUID.class), row.getString("type"), row.getInt("revision"), row.getString("slug"),
            row.getString("title"), row.getString("access"), row.getObject("parent_id", UUID.class), row.getInt("display_order"), row.getString("facets"), row.getString("body"),
            row.getString("hash"), row.getObject("first_published_at", OffsetDateTime.class).toInstant(),
            row.getObject("published_at", OffsetDateTime.class).toInstant());
    }

    Publication at(int displayOrder) {
        return new Publication(entry, type, revision, slug, title, access, parent, displayOrder, facets, body, hash, firstPublished, published);
    }

    Publication saying(String facets, String access, @Nullable UUID parent, String body, String hash) {
        return new Publication(entry, type, revision, slug, title, access, parent, displayOrder, facets, body, hash, firstPublished, published);
    }
}
