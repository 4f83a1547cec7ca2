package app.maru.publishing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.SnapshotJson;
import app.maru.publishing.Edition.Action;

/**
 * Renders a type's live bodies again when the application brings another shape of it: one edition, made from the
 * published revisions. Older editions keep the shape they had.
 */
@Component
@Order(0)
class Reshaping implements ApplicationRunner {

    private final JdbcClient database;
    private final ContentTypes types;
    private final SnapshotJson snapshots;
    private final PublishedJson published;
    private final Editions editions;
    private final JsonMapper json;
    private final TransactionTemplate transaction;

    Reshaping(JdbcClient database, ContentTypes types, SnapshotJson snapshots, PublishedJson published, Editions editions, JsonMapper json,
              TransactionTemplate transaction) {
        this.database = database;
        this.types = types;
        this.snapshots = snapshots;
        this.published = published;
        this.editions = editions;
        this.json = json;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        types.all().forEach(this::reshape);
    }

    void reshape(ContentType type) {
        transaction.executeWithoutResult(status -> {
            database.sql("insert into content_shapes (type, shape) values (?, ?) on conflict (type) do nothing")
                .param(type.path()).param(type.shapeText()).update();
            var shape = database.sql("select shape from content_shapes where type = ? for update").param(type.path()).query(String.class).single();
            if (!shape.equals(type.shapeText())) {
                renderAgain(type);
                database.sql("update content_shapes set shape = ?, updated_at = now() where type = ?").param(type.shapeText()).param(type.path()).update();
            }
        });
    }

    private void renderAgain(ContentType type) {
        database.sql("select from published_site for update").query().listOfRows();
        var changed = new ArrayList<Publication>();
        database.sql("""
                select live.*, revision.body as source, revision.created_at as written from publications live
                join content_revisions revision on revision.entry_id = live.entry_id and revision.number = live.revision
                where live.type = ? and live.until_edition is null order by live.id""")
            .param(type.path()).query(row -> {
                var before = Publication.read(row, 0);
                var after = render(type, before, row.getString("source"), row.getObject("written", java.time.OffsetDateTime.class).toInstant());
                if (!after.hash().equals(before.hash())) {
                    changed.add(after);
                }
            });
        if (!changed.isEmpty()) {
            editions.commit(Action.RESHAPE, null, changed.stream().map(Publication::entry).toList(), List.copyOf(changed));
        }
    }

    private Publication render(ContentType type, Publication before, String source, java.time.Instant written) {
        var snapshot = snapshots.read(type, source);
        var body = published.body(type, before.entry(), snapshot, new PublishedJson.Times(before.published(), before.firstPublished(), written));
        return before.saying(json.writeValueAsString(type.facetsOf(snapshot)), type.accessOf(snapshot).name().toLowerCase(Locale.ROOT), type.parentOf(snapshot),
            body, PublishedJson.hash(body));
    }
}
