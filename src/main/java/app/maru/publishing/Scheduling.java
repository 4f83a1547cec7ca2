package app.maru.publishing;

import java.sql.Types;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import app.maru.content.ContentType;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Problem;
import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.publishing.Publishing.Exact;
import app.maru.publishing.Publishing.Refusal;
import app.maru.publishing.Schedule.Action;

/**
 * Lets an exact revision go live at a time, and takes an entry down at a time. A schedule does what it says, whatever
 * is saved or published meanwhile, until somebody takes it back; archiving the entry takes it back too. Nothing goes live
 * and down at one instant: nobody could say which comes first.
 */
@Component
public class Scheduling {

    /** By then the slug may be free again, and what it points to live. */
    private static final Set<String> MAY_PASS = Set.of("SlugLive", "RelatedUnpublished");

    private final JdbcClient database;
    private final Entries entries;
    private final Schedules schedules;
    private final Publishing publishing;
    private final ApplicationEventPublisher events;
    private final AuditLog log;
    private final Clock clock;

    Scheduling(JdbcClient database, Entries entries, Schedules schedules, Publishing publishing, ApplicationEventPublisher events, AuditLog log, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.schedules = schedules;
        this.publishing = publishing;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    /** What somebody wants to happen; the revision only for going live. */
    public record Wish(UUID entry, Action action, @Nullable Integer revision, Appointment when) {}

    /** What became of a wish. */
    public sealed interface Result {
        /** It is going to happen, in place of what was to happen before (null for nothing). */
        record Scheduled(Schedule schedule, @Nullable Schedule before) implements Result {}

        /** It cannot happen, for these reasons. */
        record Refused(List<Refusal> refusals) implements Result {}
    }

    /** Makes the wish pending, in place of the entry's earlier one for the same act, pending or failed. */
    @Transactional
    public Result schedule(ContentType type, Wish wish, UUID by) {
        entries.lock(List.of(wish.entry()));
        var entry = entries.entry(type, wish.entry());
        var pending = schedules.pending(entry.id());
        var refusals = objections(entry, wish, pending);
        if (!refusals.isEmpty()) {
            return new Result.Refused(refusals);
        }
        var before = pending.stream().filter(schedule -> schedule.action() == wish.action()).findFirst().orElse(null);
        end(entry, wish.action());
        var id = write(wish, by);
        events.publishEvent(new SchedulesChanged(type.path(), List.of(entry.id())));
        var made = schedules.schedule(entry.id(), id);
        log.write(act("entry_scheduled", made).changing(before == null ? Map.of() : said(before), said(made)));
        return new Result.Scheduled(made, before);
    }

    private static Act act(String name, Schedule schedule) {
        return Act.of(name, schedule.type(), schedule.entry(), schedule.title());
    }

    private static Map<String, ?> said(Schedule schedule) {
        return Map.of("act", schedule.action().key(), "at", schedule.at(), "revision", schedule.revision() == null ? "" : schedule.revision());
    }

    /** Why the wish cannot be scheduled; empty when it can. */
    @Transactional(readOnly = true)
    public List<Refusal> objections(ContentType type, Wish wish) {
        return objections(entries.entry(type, wish.entry()), wish, schedules.pending(wish.entry()));
    }

    private List<Refusal> objections(Entry entry, Wish wish, List<Schedule> pending) {
        if (pending.stream().anyMatch(other -> other.action() != wish.action() && other.at().equals(wish.when().at()))) {
            return refusal(entry, "TimeTaken");
        }
        return wish.revision() == null ? nothingToTakeDown(entry, wish, pending) : obstacles(new Exact(entry.id(), wish.revision()));
    }

    private List<Refusal> obstacles(Exact revision) {
        return publishing.objections(List.of(revision)).stream()
            .filter(refusal -> refusal.problems().stream().anyMatch(problem -> !MAY_PASS.contains(problem.code()))).toList();
    }

    private static List<Refusal> nothingToTakeDown(Entry entry, Wish wish, List<Schedule> pending) {
        return Schedule.isLiveBy(wish.when().at(), entry, pending) ? List.of() : refusal(entry, "NothingLive");
    }

    private static List<Refusal> refusal(Entry entry, String code) {
        return List.of(new Refusal(entry.id(), entry.type(), entry.title(), List.of(Problem.publishable("", code)), null, List.of()));
    }

    private UUID write(Wish wish, UUID by) {
        return database.sql("""
                insert into content_schedules (entry_id, action, revision, at, zone, scheduled_by, created_at, updated_at)
                values (:entry, :action, :revision, :at, :zone, :by, :now, :now) returning schedule_id""")
            .param("entry", wish.entry()).param("action", wish.action().key()).param("revision", wish.revision(), Types.INTEGER)
            .param("at", wish.when().at().atOffset(ZoneOffset.UTC)).param("zone", wish.when().zone().getId()).param("by", by)
            .param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(UUID.class).single();
    }

    /**
     * Takes back what is pending, and puts away what has failed.
     *
     * @return the one that is taken back; empty when it had happened or was taken back already
     * @throws app.maru.content.NoSuchEntry when there is none
     */
    @Transactional
    public Optional<Schedule> cancel(ContentType type, UUID entry, UUID id) {
        entries.lock(List.of(entry));
        var schedule = schedules.schedule(entries.entry(type, entry).id(), id);
        int cancelled = database.sql("""
                update content_schedules set cancelled_at = :now, updated_at = :now where schedule_id = :id and state in ('pending', 'failed')""")
            .param("id", id).param("now", now()).update();
        events.publishEvent(new SchedulesChanged(type.path(), List.of(entry)));
        if (cancelled == 0) {
            return Optional.empty();
        }
        log.write(act("schedule_cancelled", schedule).changing(said(schedule), Map.of()));
        return Optional.of(schedule);
    }

    /**
     * Makes what has failed pending again, and due at once.
     *
     * @throws app.maru.content.NoSuchEntry when there is none
     */
    @Transactional
    public void retry(ContentType type, UUID entry, UUID id, UUID by) {
        entries.lock(List.of(entry));
        var failed = schedules.schedule(entries.entry(type, entry).id(), id);
        int again = database.sql("""
                update content_schedules set done_at = null, error = null, scheduled_by = :by, updated_at = :now where schedule_id = :id and state = 'failed'""")
            .param("id", id).param("by", by).param("now", now()).update();
        if (again > 0) {
            log.write(act("schedule_retried", failed).changing(Map.of(), said(failed)));
        }
        events.publishEvent(new SchedulesChanged(type.path(), List.of(entry)));
    }

    private void end(Entry entry, Action action) {
        database.sql("""
                update content_schedules set cancelled_at = :now, updated_at = :now
                where entry_id = :entry and action = :action and state in ('pending', 'failed')""")
            .param("entry", entry.id()).param("action", action.key()).param("now", now()).update();
    }

    private java.time.OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
