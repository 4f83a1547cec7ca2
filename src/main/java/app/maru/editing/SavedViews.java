package app.maru.editing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.Listing;
import app.maru.content.NoSuchEntry;

/** The views that people saved of lists: each sees and changes their own. */
@Repository
class SavedViews {

    static final int MOST = 50;
    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private final JdbcClient database;
    private final JsonMapper json;

    SavedViews(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The person's views of that type's list, by name. */
    List<SavedView> of(UUID person, String type) {
        return database.sql("select * from list_views where profile_id = ? and type = ? order by name").param(person).param(type)
            .query(this::view).list();
    }

    /**
     * One of the person's views.
     *
     * @throws NoSuchEntry when this person has no such view
     */
    SavedView view(UUID person, UUID id) {
        return database.sql("select * from list_views where profile_id = ? and view_id = ?").param(person).param(id).query(this::view).optional()
            .orElseThrow(() -> new NoSuchEntry("view " + id));
    }

    Optional<SavedView> named(UUID person, String type, String name) {
        return database.sql("select * from list_views where profile_id = ? and type = ? and name = ?").param(person).param(type).param(name)
            .query(this::view).optional();
    }

    /** Saves the list under the name, in place of what had the name; empty when the person has too many views already. */
    Optional<SavedView> save(UUID person, Listing listing, String name) {
        return database.sql("""
                insert into list_views (profile_id, type, name, query) select :person, :type, :name, :query::jsonb
                where exists (select from list_views where profile_id = :person and type = :type and name = :name)
                   or (select count(*) from list_views where profile_id = :person and type = :type) < :most
                on conflict (profile_id, type, name) do update set query = excluded.query, version = list_views.version + 1, updated_at = now()
                returning *""")
            .param("person", person).param("type", listing.type().path()).param("name", name).param("most", MOST)
            .param("query", json.writeValueAsString(listing.parameters())).query(this::view).optional();
    }

    /** Gives a view another name; false when the person has a view of that name already. */
    boolean rename(UUID person, UUID id, String name) {
        try {
            database.sql("update list_views set name = ?, version = version + 1, updated_at = now() where profile_id = ? and view_id = ?")
                .param(name).param(person).param(id).update();
            return true;
        } catch (DuplicateKeyException taken) {
            return false;
        }
    }

    void delete(UUID person, UUID id) {
        database.sql("delete from list_views where profile_id = ? and view_id = ?").param(person).param(id).update();
    }

    private SavedView view(ResultSet row, int number) throws SQLException {
        return new SavedView(row.getObject("view_id", UUID.class), row.getString("name"), json.readValue(row.getString("query"), QUERY));
    }
}
