package app.maru.publishing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

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

import app.maru.content.ContentTypes;
import app.maru.content.Problem;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Result;

/**
 * Carries out what is due. The edition and the mark that its schedule is done are one transaction: whoever is killed
 * in between has done nothing, and the next one tries as soon as the database has noticed. An entry's schedules follow
 * each other in the order of their times, however many nodes there are.
 */
@Component
public class Firing {

    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
    /** Few: what somebody else is at is looked at again after that many. */
    private static final int AT_ONCE = 8;
    private static final String DUE = """
        select schedule.*, entry.type from content_schedules schedule
        join content_entries entry on entry.entry_id = schedule.entry_id
        where %s order by schedule.at, schedule.id limit :most for no key update of entry skip locked""";
    private static final String IS_DUE = """
        schedule.state = 'pending' and schedule.at <= :now and not exists (
          select from content_schedules earlier where earlier.entry_id = schedule.entry_id and earlier.state = 'pending'
            and (earlier.at, earlier.id) < (schedule.at, schedule.id))""";

    private final JdbcClient database;
    private final ContentTypes types;
    private final Publishing publishing;
    private final Withdrawing withdrawing;
    private final Editions editions;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final JsonMapper json;
    private final Clock clock;

    Firing(JdbcClient database, ContentTypes types, Publishing publishing, Withdrawing withdrawing, Editions editions,
           TransactionTemplate transaction, ApplicationEventPublisher events, JsonMapper json, Clock clock) {
        this.database = database;
        this.types = types;
        this.publishing = publishing;
        this.withdrawing = withdrawing;
        this.editions = editions;
        this.transaction = transaction;
        this.events = events;
        this.json = json;
        this.clock = clock;
    }

    private record Due(long row, UUID entry, String type, Schedule.Action action, @Nullable Integer revision, @Nullable UUID by) {}

    /** What a node that has just started does for the first time takes it most of a second: it goes through what comes next beforehand. */
    void rehearse() {
        database.sql("select entry_id, revision from content_schedules where state = 'pending' and action = 'publish' order by at, id limit 1")
            .query((row, number) -> new Exact(row.getObject(1, UUID.class), row.getInt(2))).optional().ifPresent(publishing::rehearse);
    }

    /** Carries out everything that is due now and that nobody else is at. */
    void fireDue() {
        var troubled = new HashSet<Long>();
        for (var due = due(troubled); !due.isEmpty(); due = due(troubled)) {
            due.stream().filter(each -> !attempt(each)).map(Due::row).forEach(troubled::add);
        }
    }

    /** Carries out this one, if it is due and nobody else is at it. */
    public void fire(UUID schedule) {
        database.sql(DUE.formatted("schedule.schedule_id = :schedule and " + IS_DUE)).param("schedule", schedule).param("now", now()).param("most", 1)
            .query(Firing::due).list().forEach(this::attempt);
    }

    private List<Due> due(Set<Long> troubled) {
        return database.sql(DUE.formatted("schedule.id <> all (:troubled) and " + IS_DUE)).param("troubled", troubled.toArray(Long[]::new))
            .param("now", now()).param("most", AT_ONCE).query(Firing::due).list();
    }

    private static Due due(ResultSet row, int number) throws SQLException {
        return new Due(row.getLong("id"), row.getObject("entry_id", UUID.class), row.getString("type"),
            Schedule.Action.valueOf(row.getString("action").toUpperCase(Locale.ROOT)), row.getObject("revision", Integer.class),
            row.getObject("scheduled_by", UUID.class));
    }

    /** Whether there was no trouble with the database. */
    private boolean attempt(Due due) {
        try {
            transaction.executeWithoutResult(status -> {
                if (isMine(due)) {
                    fire(due);
                }
            });
        } catch (TransientDataAccessException | DataAccessResourceFailureException | DuplicateKeyException | TransactionException e) {
            LOG.warn("{} of {} is due and will be tried again: {}", due.action, due.entry, e.getMessage());
            return false;
        } catch (RuntimeException e) {
            LOG.error("{} of {} is due and fails", due.action, due.entry, e);
            transaction.executeWithoutResult(status -> fail(due, List.of(Problem.publishable("", "Unforeseen"))));
        }
        return true;
    }

    /** Whoever changes an entry's schedules holds the entry. Where somebody does, there is another moment. */
    private boolean isMine(Due due) {
        var held = database.sql("select id from content_entries where entry_id = ? for no key update skip locked").param(due.entry).query(Long.class).optional();
        return held.isPresent() && database.sql("select exists (select from content_schedules schedule where schedule.id = :row and " + IS_DUE + ")")
            .param("row", due.row).param("now", now()).query(Boolean.class).single();
    }

    private void fire(Due due) {
        if (due.action == Schedule.Action.UNPUBLISH) {
            var before = withdrawing.unpublish(types.of(due.type), due.entry, due.by);
            done(due, before.isLive() ? editions.newest() : 0);
            return;
        }
        switch (publishing.publish(List.of(new Exact(due.entry, due.revision)), due.by)) {
            case Result.Committed committed -> done(due, committed.edition());
            case Result.Refused refused -> fail(due, refused.refusals().getFirst().problems());
        }
    }

    private void done(Due due, long edition) {
        end(due, edition == 0 ? null : edition, null);
    }

    private void fail(Due due, List<Problem> problems) {
        end(due, null, json.writeValueAsString(problems));
    }

    private void end(Due due, @Nullable Long edition, @Nullable String error) {
        database.sql("""
                update content_schedules set done_at = :now, edition = :edition, error = :error::jsonb, updated_at = :now
                where id = :row and state = 'pending'""")
            .param("row", due.row).param("edition", edition, Types.BIGINT).param("error", error, Types.VARCHAR).param("now", now()).update();
        events.publishEvent(new SchedulesChanged(due.type, due.entry));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
