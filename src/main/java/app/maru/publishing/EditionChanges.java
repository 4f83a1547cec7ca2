package app.maru.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.publishing.Edition.Change;
import app.maru.publishing.Edition.How;

/** What each edition changed: it follows from the publications that began or ended with it. */
@Repository
class EditionChanges {

    private final JdbcClient database;

    EditionChanges(JdbcClient database) {
        this.database = database;
    }

    /**
     * One change of an edition.
     *
     * @param changed how many entries the edition changed
     * @param skipped whether it is not to be told, but counted
     */
    record Placed(long edition, int changed, boolean skipped, Change change) {}

    /** Of each edition in a range, by title: so many changes, after those skipped. */
    List<Placed> between(long first, long last, int skipped, int shown) {
        return database.sql("""
                select *, place <= :skipped as skipped from (
                  select *, row_number() over (partition by number order by title, entry_id) as place, count(*) over (partition by number) as changed
                  from (
                    select coalesce(opened.from_edition, closed.until_edition) as number, coalesce(opened.entry_id, closed.entry_id) as entry_id,
                           coalesce(opened.type, closed.type) as type, coalesce(opened.title, closed.title) as title,
                           opened.revision, closed.revision as before, opened.hash is not distinct from closed.hash as same
                    from (select * from publications where from_edition between :first and :last) opened
                    full join (select * from publications where until_edition between :first and :last) closed
                      on closed.entry_id = opened.entry_id and closed.until_edition = opened.from_edition) change) placed
                where place > :skipped and place <= :skipped + :shown or place = 1
                order by number, place""")
            .param("first", first).param("last", last).param("skipped", skipped).param("shown", shown).query(EditionChanges::placed).list();
    }

    private static Placed placed(ResultSet row, int index) throws SQLException {
        return new Placed(row.getLong("number"), row.getInt("changed"), row.getBoolean("skipped"), change(row));
    }

    private static Change change(ResultSet row) throws SQLException {
        var revision = row.getObject("revision", Integer.class);
        var before = row.getObject("before", Integer.class);
        var how = before == null ? How.PUBLISHED : revision == null ? How.UNPUBLISHED : row.getBoolean("same") ? How.MOVED : How.CHANGED;
        return new Change(row.getObject("entry_id", UUID.class), row.getString("type"), row.getString("title"), how, revision, before);
    }
}
