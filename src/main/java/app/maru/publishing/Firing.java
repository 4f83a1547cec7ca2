package app.maru.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Problem;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Refusal;

/**
 * Carries out what is due, second by second, on one node at a time. What one person chose for the same second is one
 * edition; what of it cannot be holds nothing else back. The edition and the marks that its schedules are done are one
 * transaction: whoever is killed in between has done nothing, and the next one tries as soon as the database has noticed.
 */
@Component
public class Firing {

    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
    private static final String DUE = """
        select schedule.*, entry.type from content_schedules schedule
        join content_entries entry on entry.entry_id = schedule.entry_id
        where schedule.state = 'pending' and schedule.at <= :now and not exists (
          select from content_schedules earlier where earlier.entry_id = schedule.entry_id and earlier.state = 'pending'
            and (earlier.at, earlier.id) < (schedule.at, schedule.id))
          and %s order by schedule.at, schedule.id limit %d""";
    /** Whoever changes an entry's schedules holds the entry. Where somebody does, there is another moment. */
    private static final String UNLESS_HELD = " for no key update of entry skip locked";

    private static final int REHEARSED = 200;

    private final JdbcClient database;
    private final Entries entries;
    private final Publishing publishing;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Firing(JdbcClient database, Entries entries, Publishing publishing, TransactionTemplate transaction, ApplicationEventPublisher events,
           JsonMapper json, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.publishing = publishing;
        this.transaction = transaction;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    private record Due(long row, UUID entry, String type, Schedule.Action action, @Nullable Integer revision, OffsetDateTime second, @Nullable UUID by) {}

    private record Ended(Due due, @Nullable Long edition, @Nullable String error) {}

    /** What a node that has just started does for the first time takes it most of a second: it goes through what comes next beforehand. */
    void rehearse() {
        var next = database.sql("select entry_id, revision from content_schedules where state = 'pending' and action = 'publish' order by at, id limit ?")
            .param(REHEARSED).query((row, number) -> new Exact(row.getObject(1, UUID.class), row.getInt(2))).list();
        if (!next.isEmpty()) {
            publishing.rehearse(next);
        }
    }

    /** Carries out everything that is due now, unless another node is at it. */
    void fireDue() {
        var troubled = new HashSet<OffsetDateTime>();
        boolean more = true;
        while (more) {
            more = fireNext(troubled);
        }
    }

    /** Carries out this one, if it is due and nobody else is at it. */
    public void fire(UUID schedule) {
        attempt(() -> database.sql(DUE.formatted("schedule.schedule_id = :schedule", 1)).param("schedule", schedule).param("now", now())
            .query(Firing::due).list(), new ArrayList<>());
    }

    /** Carries out what is due first, but for the seconds in which there was trouble; whether there was any. */
    private boolean fireNext(Set<OffsetDateTime> troubled) {
        var taken = new ArrayList<Due>();
        if (!attempt(() -> isAlone() ? next(troubled) : List.of(), taken)) {
            taken.forEach(due -> troubled.add(due.second));
        }
        return !taken.isEmpty();
    }

    /** Nodes take turns: what was chosen for one second may need each other, and what for a later one may need the earlier. */
    private boolean isAlone() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('schedules'))").query(Boolean.class).single();
    }

    private List<Due> next(Set<OffsetDateTime> troubled) {
        var first = database.sql(DUE.formatted("date_trunc('second', schedule.at, 'UTC') <> all (:troubled::timestamptz[])", 1) + UNLESS_HELD)
            .param("troubled", troubled.stream().map(OffsetDateTime::toString).toArray(String[]::new)).param("now", now()).query(Firing::due).optional();
        return first.map(due -> database.sql(DUE.formatted("""
                schedule.at >= :second and schedule.at < :second + interval '1 second' and schedule.scheduled_by is not distinct from :by""", Batches.MOST))
            .param("second", due.second).param("by", due.by, Types.OTHER).param("now", now()).query(Firing::due).list()).orElse(List.of());
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(row.getLong("id"), row.getObject("entry_id", UUID.class), row.getString("type"),
            Schedule.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)), row.getObject("revision", Integer.class),
            row.getObject("at", OffsetDateTime.class).truncatedTo(ChronoUnit.SECONDS), row.getObject("scheduled_by", UUID.class));
    }

    /** Carries out all of the choice together, and tells what it was; whether there was no trouble with the database. */
    private boolean attempt(Supplier<List<Due>> choice, List<Due> taken) {
        try {
            transaction.executeWithoutResult(status -> {
                taken.addAll(choice.get());
                if (!taken.isEmpty()) {
                    fire(mine(taken));
                }
            });
        } catch (TransientDataAccessException | DataAccessResourceFailureException | DuplicateKeyException | TransactionException e) {
            LOG.warn("What is due will be tried again: {}", e.getMessage());
            return false;
        } catch (RuntimeException e) {
            return oneByOne(taken, e);
        }
        return true;
    }

    /** What nobody foresaw is a failure of the one that it happens to; before any is found, of whoever looks. */
    private boolean oneByOne(List<Due> taken, RuntimeException unforeseen) {
        if (taken.isEmpty()) {
            throw unforeseen;
        }
        if (taken.size() == 1) {
            var due = taken.getFirst();
            LOG.error("{} of {} is due and fails", due.action, due.entry, unforeseen);
            transaction.executeWithoutResult(status -> end(List.of(failed(due, List.of(Problem.publishable("", "Unforeseen"))))));
            return true;
        }
        return taken.stream().map(due -> attempt(() -> List.of(due), new ArrayList<>())).toList().stream().allMatch(Boolean::booleanValue);
    }

    /** Those that nobody else is at, and that are still due when that is sure. */
    private List<Due> mine(List<Due> taken) {
        var rows = database.sql("""
                select schedule.id from content_schedules schedule join content_entries entry on entry.entry_id = schedule.entry_id
                where schedule.id = any (?) order by entry.id""" + UNLESS_HELD)
            .param(taken.stream().map(Due::row).toArray(Long[]::new)).query(Long.class).list();
        return database.sql(DUE.formatted("schedule.id = any (:rows)", Batches.MOST)).param("rows", rows.toArray(Long[]::new)).param("now", now())
            .query(Firing::due).list();
    }

    private void fire(List<Due> mine) {
        var before = entries.find(mine.stream().map(Due::entry).toList());
        var exact = mine.stream().filter(due -> due.revision != null).map(due -> new Exact(due.entry, due.revision)).toList();
        var gone = mine.stream().filter(due -> due.revision == null).map(due -> before.get(due.entry)).filter(Entry::isLive).toList();
        if (!mine.isEmpty()) {
            var result = publishing.publishWhatCan(exact, gone, mine.getFirst().by, mine.stream().map(Due::row).toList());
            var refused = result.refusals().stream().collect(toMap(Refusal::entry, Refusal::problems));
            end(mine.stream().map(due -> refused.containsKey(due.entry) ? failed(due, refused.get(due.entry))
                : done(due, before.get(due.entry), result.edition())).toList());
        }
    }

    /** Where visitors see just that already, no edition has to do with it. */
    private static Ended done(Due due, Entry before, long edition) {
        return new Ended(due, Objects.equals(before.live(), due.revision) ? null : edition, null);
    }

    private Ended failed(Due due, List<Problem> problems) {
        return new Ended(due, null, json.writeValueAsString(problems));
    }

    private void end(List<Ended> all) {
        database.sql("""
                update content_schedules schedule set done_at = :now, edition = ended.edition, error = ended.error::jsonb, updated_at = :now
                from unnest(:rows, :editions, :errors) as ended (row, edition, error) where schedule.id = ended.row and schedule.state = 'pending'""")
            .param("rows", all.stream().map(ended -> ended.due.row).toArray(Long[]::new)).param("editions", all.stream().map(Ended::edition).toArray(Long[]::new))
            .param("errors", all.stream().map(Ended::error).toArray(String[]::new)).param("now", now()).update();
        all.stream().map(Ended::due).collect(groupingBy(Due::type, mapping(Due::entry, toList())))
            .forEach((type, changed) -> events.publishEvent(new SchedulesChanged(type, changed)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
