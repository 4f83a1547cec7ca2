package app.maru.publishing;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.NoSuchEntry;
import app.maru.content.State;
import app.maru.publishing.Batch.Act;
import app.maru.publishing.Batch.Outcome;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Refusal;

/** Does one thing to many entries, in one edition, and takes it back, in another. */
@Component
public class Batches {

    /** How many entries one act is done to. */
    public static final int MOST = 1000;
    private static final TypeReference<List<Outcome>> OUTCOMES = new TypeReference<>() {};

    private final JdbcClient database;
    private final Entries entries;
    private final Publishing publishing;
    private final Withdrawing withdrawing;
    private final JsonMapper json;
    private final Clock clock;

    Batches(JdbcClient database, Entries entries, Publishing publishing, Withdrawing withdrawing, JsonMapper json, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.publishing = publishing;
        this.withdrawing = withdrawing;
        this.json = json;
        this.clock = clock;
    }

    /** Does it to as many of the entries as it can be done to; the others are named with the reasons. */
    @Transactional
    public Batch act(Act act, ContentType type, List<UUID> ids, UUID author) {
        return act(act, type, ids, Set.of(), author);
    }

    /** The same, but for those that are to be kept back. */
    @Transactional
    public Batch act(Act act, ContentType type, List<UUID> ids, Set<UUID> held, UUID author) {
        var chosen = ids.stream().distinct().limit(MOST).toList();
        entries.lock(chosen);
        var before = entries.find(chosen);
        var present = chosen.stream().map(before::get).filter(entry -> entry != null && entry.type().equals(type.path())).toList();
        return act == Act.PUBLISH ? publish(type, present, held, author) : withdraw(act, type, present, held, author);
    }

    private Batch publish(ContentType type, List<Entry> chosen, Set<UUID> held, UUID author) {
        var exact = chosen.stream().filter(entry -> !held.contains(entry.id())).map(entry -> new Exact(entry.id(), entry.head())).toList();
        var result = publishing.publishWhatCan(exact, List.of(), author);
        var refusals = result.refusals().stream().collect(toMap(Refusal::entry, refusal -> refusal));
        return record(Act.PUBLISH, type, author, result.edition(), chosen.stream().map(entry -> held.contains(entry.id()) ? Outcome.held(entry)
            : Outcome.of(entry, entry.head(), entry.state() != State.PUBLISHED).refused(refusals.get(entry.id()))).toList());
    }

    private Batch withdraw(Act act, ContentType type, List<Entry> chosen, Set<UUID> held, UUID author) {
        var concerned = chosen.stream().filter(entry -> !held.contains(entry.id()) && isFor(act, entry)).toList();
        var changed = concerned.stream().map(Entry::id).collect(toSet());
        long edition = switch (act) {
            case ARCHIVE -> withdrawing.archive(concerned, author);
            case RESTORE -> {
                withdrawing.restore(concerned);
                yield 0;
            }
            default -> withdrawing.unpublish(concerned, author);
        };
        return record(act, type, author, edition, chosen.stream().map(entry -> held.contains(entry.id()) && isFor(act, entry) ? Outcome.held(entry)
            : Outcome.of(entry, null, changed.contains(entry.id()))).toList());
    }

    private static boolean isFor(Act act, Entry entry) {
        return act == Act.UNPUBLISH ? entry.isLive() : isArchived(entry) == (act == Act.RESTORE);
    }

    private static boolean isArchived(Entry entry) {
        return entry.state() == State.ARCHIVED;
    }

    private Batch record(Act act, ContentType type, UUID author, long edition, List<Outcome> outcomes) {
        var now = clock.instant();
        var id = database.sql("""
                insert into content_batches (type, act, author, edition, outcomes, created_at, updated_at)
                values (:type, :act, :author, :edition, :outcomes::jsonb, :now, :now) returning batch_id""")
            .param("type", type.path()).param("act", act.key()).param("author", author).param("edition", edition == 0 ? null : edition, Types.BIGINT)
            .param("outcomes", json.writeValueAsString(outcomes)).param("now", now.atOffset(ZoneOffset.UTC)).query(UUID.class).single();
        return new Batch(id, type.path(), act, author, now, edition, outcomes, false);
    }

    /**
     * What was done at once.
     *
     * @throws NoSuchEntry when nothing of that id was done to entries of the type
     */
    public Batch batch(ContentType type, UUID id) {
        return find("select * from content_batches where batch_id = ? and type = ?", type, id);
    }

    private Batch find(String query, ContentType type, UUID id) {
        return database.sql(query).param(id).param(type.path()).query(this::batch).optional().orElseThrow(() -> new NoSuchEntry("batch " + id));
    }

    private Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(row.getObject("batch_id", UUID.class), row.getString("type"), Act.valueOf(row.getString("act").toUpperCase(Locale.ROOT)),
            row.getObject("author", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getLong("edition"),
            json.readValue(row.getString("outcomes"), OUTCOMES), row.getObject("undone_at") != null);
    }

    /**
     * What became of taking back.
     *
     * @param edition the edition that it committed; 0 when visitors saw no difference
     * @param back how many entries are as they were
     * @param left how many are not: somebody changed them since, or they cannot go back as they were
     */
    public record Undone(long edition, int back, int left) {}

    /**
     * Takes all of it back, but for what others have changed since; what was taken back already stays.
     *
     * @throws NoSuchEntry when nothing of that id was done to entries of the type
     */
    @Transactional
    public Undone undo(ContentType type, UUID id, UUID author) {
        var batch = find("select * from content_batches where batch_id = ? and type = ? for update", type, id);
        var done = batch.outcomes().stream().filter(Outcome::done).toList();
        if (batch.undone() || done.isEmpty()) {
            return new Undone(0, 0, 0);
        }
        var ids = done.stream().map(Outcome::entry).toList();
        entries.lock(ids);
        var now = entries.find(ids);
        var same = done.stream().filter(outcome -> isAsLeft(batch.act(), outcome, now.get(outcome.entry()))).toList();
        database.sql("update content_batches set undone_at = now(), updated_at = now(), version = version + 1 where batch_id = ?").param(id).update();
        return back(batch.act(), same, now, done.size(), author);
    }

    private static boolean isAsLeft(Act act, Outcome outcome, @Nullable Entry now) {
        return now != null && Optional.ofNullable(now.live()).equals(Optional.ofNullable(outcome.after())) && isArchived(now) == (act == Act.ARCHIVE);
    }

    private Undone back(Act act, List<Outcome> same, Map<UUID, Entry> now, int all, UUID author) {
        var present = same.stream().map(outcome -> now.get(outcome.entry())).toList();
        if (act == Act.RESTORE) {
            return new Undone(withdrawing.archive(present, author), same.size(), all - same.size());
        }
        var late = act == Act.ARCHIVE ? withdrawing.restore(present) : Set.<UUID>of();
        var again = same.stream().filter(outcome -> outcome.before() != null).map(outcome -> new Exact(outcome.entry(), outcome.before())).toList();
        var gone = same.stream().filter(outcome -> outcome.before() == null && outcome.after() != null).map(outcome -> now.get(outcome.entry())).toList();
        var result = publishing.publishWhatCan(again, gone, author);
        int back = same.size() - Stream.concat(late.stream(), result.refusals().stream().map(Refusal::entry)).collect(toSet()).size();
        return new Undone(result.edition(), back, all - back);
    }
}
