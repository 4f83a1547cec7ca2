package app.maru.content;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What an entry has said from its first Save on. A revision never changes; what people call it may. */
@Repository
public class Revisions {

    /** The greatest length of a revision's name. */
    public static final int LONGEST_NAME = 120;

    private static final String REVISIONS = """
        select * from (
          select revision.entry_id, revision.number, revision.body, revision.author, coalesce(given.name, revision.name) as name,
                 revision.restored_from, revision.created_at
          from content_revisions revision left join content_revision_names given on given.entry_id = revision.entry_id and given.number = revision.number
          where revision.entry_id = :entry) named
        """;

    private final JdbcClient database;
    private final SnapshotJson json;
    private final Clock clock;

    Revisions(JdbcClient database, SnapshotJson json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** Which revisions are looked for. */
    public sealed interface Which {
        /** Every one. */
        record All() implements Which {}

        /** Those that somebody gave a name. */
        record Named() implements Which {}

        /** Those of these numbers. */
        record Of(Collection<Integer> numbers) implements Which {}
    }

    /**
     * One revision of an entry.
     *
     * @throws NoSuchEntry when there is none of that number
     */
    public Revision revision(ContentType type, UUID entry, int number) {
        return database.sql(REVISIONS + "where number = :number").param("entry", entry).param("number", number)
            .query((row, index) -> read(type, row)).optional().orElseThrow(() -> new NoSuchEntry(type.path() + "/" + entry + ", revision " + number));
    }

    /** An entry's revisions, newest first: at most so many, those before the number given (all when null). */
    public List<Revision> before(ContentType type, UUID entry, @Nullable Integer number, int most) {
        return before(type, entry, number, new Which.All(), most);
    }

    /** The same of some of them only. */
    public List<Revision> before(ContentType type, UUID entry, @Nullable Integer number, Which which, int most) {
        return database.sql(REVISIONS + """
                where number < :before and (not :named or name <> '') and (:numbers::int[] is null or number = any (:numbers)) order by number desc limit :most""")
            .param("entry", entry).param("before", number == null ? Integer.MAX_VALUE : number).param("named", which instanceof Which.Named)
            .param("numbers", which instanceof Which.Of of ? of.numbers().toArray(Integer[]::new) : null, Types.ARRAY).param("most", most)
            .query((row, index) -> read(type, row)).list();
    }

    private Revision read(ContentType type, ResultSet row) throws SQLException {
        return Revision.read(row, json.read(type, row.getString("body")));
    }

    /**
     * Gives a revision a name; an empty one takes it away.
     *
     * @return what it was called before
     * @throws NoSuchEntry when there is no such revision
     * @throws IllegalArgumentException when the name is longer than {@link #LONGEST_NAME}
     */
    public String name(ContentType type, UUID entry, int number, String name, UUID by) {
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new IllegalArgumentException("A name of " + name.length() + " characters");
        }
        var before = revision(type, entry, number).name();
        database.sql("""
                insert into content_revision_names (entry_id, number, name, named_by, created_at, updated_at) values (:entry, :number, :name, :by, :now, :now)
                on conflict (entry_id, number) do update set name = excluded.name, named_by = excluded.named_by, updated_at = excluded.updated_at,
                  version = content_revision_names.version + 1""")
            .param("entry", entry).param("number", number).param("name", name).param("by", by).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return before;
    }
}
