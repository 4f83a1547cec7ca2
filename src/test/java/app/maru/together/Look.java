package app.maru.together;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import app.maru.database.TestDatabase;

/** What PostgreSQL has of the entry, through a connection that nobody cuts. */
final class Look implements AutoCloseable {

    /** The name of such a connection. */
    static final String NAME = "look";
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, List<String>>> FORM = new TypeReference<>() {};

    private final UUID entry;
    private final Connection connection;
    private final JdbcClient tables;
    private final List<Revision> revisions = new ArrayList<>();

    /** One revision. */
    record Revision(int number, UUID author, @Nullable Integer restoredFrom, Says says) {}

    Look(TestDatabase database, UUID entry) {
        this.entry = entry;
        try {
            connection = DriverManager.getConnection(database.url(), database.username(), database.password());
            connection.setClientInfo("ApplicationName", NAME);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.tables = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    Connection connection() {
        return connection;
    }

    JdbcClient.StatementSpec sql(String sql) {
        return tables.sql(sql).param("entry", entry);
    }

    /** All of them, in order; those that were made since the last look are read. */
    List<Revision> revisions() {
        revisions.addAll(sql("select number, author, restored_from, body from content_revisions where entry_id = :entry and number > :known order by number")
            .param("known", revisions.size()).query((row, index) -> new Revision(row.getInt(1), row.getObject(2, UUID.class),
                row.getObject(3, Integer.class), Says.of(row.getString(4)))).list());
        return revisions;
    }

    /** What the person has typed and not saved, by path, in each of their sittings. */
    Map<String, Set<String>> unsaved(UUID person) {
        var unsaved = new LinkedHashMap<String, Set<String>>();
        sql("select form from content_unsaved where entry_id = :entry and profile_id = :person and discarded_at is null").param("person", person)
            .query(String.class).list().forEach(form -> JSON.readValue(form, FORM)
                .forEach((place, texts) -> unsaved.computeIfAbsent(place, any -> new TreeSet<>()).addAll(texts)));
        return unsaved;
    }

    int head() {
        return sql("select head from content_entries where entry_id = :entry").query(Integer.class).single();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
