package app.maru.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.NoSuchEntry;
import app.maru.content.Problem;

/** What is to happen to entries at a time, and what has happened. */
@Repository
public class Schedules {

    private static final TypeReference<List<Problem>> PROBLEMS = new TypeReference<>() {};
    private static final String SCHEDULES = """
        select schedule.*, entry.type, entry.title from content_schedules schedule
        join content_entries entry on entry.entry_id = schedule.entry_id
        """;
    /** A failure matters until what it was to bring about has been brought about by hand. */
    private static final String MATTERS = """
        schedule.state = 'failed' and case schedule.action
          when 'publish' then not exists (select from publications later where later.entry_id = schedule.entry_id and later.published_at > schedule.done_at)
          else entry.live is not null end""";

    private final JdbcClient database;
    private final JsonMapper json;

    Schedules(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /**
     * One of them, whatever has become of it.
     *
     * @throws NoSuchEntry when that entry has none of that id
     */
    public Schedule schedule(UUID entry, UUID id) {
        return database.sql(SCHEDULES + "where schedule.schedule_id = ? and schedule.entry_id = ?").param(id).param(entry)
            .query(this::read).optional().orElseThrow(() -> new NoSuchEntry("schedule " + id));
    }

    /** What is to happen to the entry, next first. */
    public List<Schedule> pending(UUID entry) {
        return database.sql(SCHEDULES + "where schedule.entry_id = ? and schedule.state = 'pending' order by schedule.at, schedule.id")
            .param(entry).query(this::read).list();
    }

    /** What was to happen to the entry, failed, and still has not happened; the oldest first. */
    public List<Schedule> failed(UUID entry) {
        return database.sql(SCHEDULES + "where schedule.entry_id = ? and " + MATTERS + " order by schedule.done_at, schedule.id")
            .param(entry).query(this::read).list();
    }

    /** Of these entries, those for which something failed and still has not happened, with what failed last. */
    public Map<UUID, Schedule> lastFailed(Collection<UUID> entries) {
        return database.sql(SCHEDULES + "where schedule.entry_id = any (?) and " + MATTERS + " order by schedule.done_at, schedule.id")
            .param(entries.toArray(UUID[]::new)).query(this::read).list().stream()
            .collect(Collectors.toMap(Schedule::entry, failed -> failed, (former, later) -> later));
    }

    /** What happened to the entry last by itself. */
    public Optional<Schedule> last(UUID entry) {
        return database.sql(SCHEDULES + "where schedule.entry_id = ? and schedule.state = 'done' order by schedule.done_at desc, schedule.id desc limit 1")
            .param(entry).query(this::read).optional();
    }

    /** What is to happen to any entry, next first; behind the one given (from the first when null). */
    public List<Schedule> coming(@Nullable UUID after, int most) {
        return database.sql(SCHEDULES + """
                where schedule.state = 'pending'
                  and (schedule.at, schedule.id) > (select coalesce(max(at), '-infinity'), coalesce(max(id), 0) from content_schedules where schedule_id = :after)
                order by schedule.at, schedule.id limit :most""")
            .param("after", after, java.sql.Types.OTHER).param("most", most).query(this::read).list();
    }

    /** How many are pending. */
    public int pending() {
        return database.sql("select count(*) from content_schedules where state = 'pending'").query(Integer.class).single();
    }

    int failed() {
        return database.sql("select count(*) from content_schedules schedule join content_entries entry on entry.entry_id = schedule.entry_id where " + MATTERS)
            .query(Integer.class).single();
    }

    /** What failed and still has not happened, newest first. */
    public List<Schedule> failed(int most) {
        return database.sql(SCHEDULES + "where " + MATTERS + " order by schedule.done_at desc, schedule.id desc limit ?").param(most).query(this::read).list();
    }

    /** What happened by itself, newest first. */
    public List<Schedule> past(int most) {
        return database.sql(SCHEDULES + "where schedule.state = 'done' order by schedule.done_at desc, schedule.id desc limit ?")
            .param(most).query(this::read).list();
    }

    /** Of these entries, those for which something is pending or has failed, with which. */
    public Map<UUID, List<Schedule.State>> states(Collection<UUID> entries) {
        return database.sql("""
                select distinct schedule.entry_id, schedule.state from content_schedules schedule
                join content_entries entry on entry.entry_id = schedule.entry_id
                where schedule.entry_id = any (?) and (schedule.state = 'pending' or %s) order by schedule.state""".formatted(MATTERS))
            .param(entries.toArray(UUID[]::new))
            .query((row, number) -> Map.entry(row.getObject(1, UUID.class), state(row.getString(2)))).list().stream()
            .collect(Collectors.groupingBy(Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Schedule read(ResultSet row, int number) throws SQLException {
        var done = row.getObject("done_at", OffsetDateTime.class);
        var error = row.getString("error");
        return new Schedule(row.getObject("schedule_id", UUID.class), row.getObject("entry_id", UUID.class), row.getString("type"), row.getString("title"),
            Schedule.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)), row.getObject("revision", Integer.class),
            row.getObject("at", OffsetDateTime.class).toInstant(), ZoneId.of(row.getString("zone")), row.getObject("scheduled_by", UUID.class),
            state(row.getString("state")), done == null ? null : done.toInstant(), row.getObject("edition", Long.class),
            error == null ? List.of() : json.readValue(error, PROBLEMS));
    }

    private static Schedule.State state(String key) {
        return Schedule.State.valueOf(key.toUpperCase(Locale.ROOT));
    }
}
