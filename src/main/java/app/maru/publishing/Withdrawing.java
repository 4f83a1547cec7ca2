package app.maru.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
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
import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.publishing.Edition.Action;

/** Takes entries from visitors, and puts archived ones back on the desk. */
@Component
public class Withdrawing {

    private final JdbcClient database;
    private final Entries entries;
    private final Editions editions;
    private final ApplicationEventPublisher events;
    private final AuditLog log;
    private final Clock clock;

    Withdrawing(JdbcClient database, Entries entries, Editions editions, ApplicationEventPublisher events, AuditLog log, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.editions = editions;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Makes a live entry a draft again; does nothing to one that is not live.
     *
     * @param author who does; null when that person is no longer known
     * @return the entry as it was before
     * @throws app.maru.content.NoSuchEntry when there is none
     */
    @Transactional
    public Entry unpublish(ContentType type, UUID id, @Nullable UUID author) {
        entries.lock(List.of(id));
        var before = entries.entry(type, id);
        unpublish(List.of(before), author);
        return before;
    }

    /**
     * Unpublishes an entry and hides it from lists. What was to happen to it at a time is taken back with it.
     *
     * @return the entry as it was before
     * @throws app.maru.content.NoSuchEntry when there is none
     */
    @Transactional
    public Entry archive(ContentType type, UUID id, UUID author) {
        entries.lock(List.of(id));
        var before = entries.entry(type, id);
        archive(List.of(before), author);
        return before;
    }

    /**
     * Puts an archived entry back among the drafts, with what was to happen to it at a time that is still ahead.
     *
     * @return whether that is all that was to happen to it
     */
    @Transactional
    public boolean restore(ContentType type, UUID id) {
        entries.lock(List.of(id));
        return restore(List.of(entries.entry(type, id))).isEmpty();
    }

    private long withdraw(Action action, List<Entry> locked, @Nullable UUID author) {
        var live = locked.stream().filter(Entry::isLive).map(Entry::id).toList();
        if (live.isEmpty()) {
            return 0;
        }
        long number = editions.commit(action, author, live, List.of());
        database.sql("update content_entries set live = null, updated_at = now() where entry_id = any (?)").param(live.toArray(UUID[]::new)).update();
        return number;
    }

    /** The same for many, which are locked: those that are live become drafts in one edition, whose number is returned. */
    long unpublish(List<Entry> locked, @Nullable UUID author) {
        long number = withdraw(Action.UNPUBLISH, locked, author);
        tellStandings(locked);
        return number;
    }

    long archive(List<Entry> locked, UUID author) {
        long number = withdraw(Action.ARCHIVE, locked, author);
        database.sql("update content_entries set archived_at = coalesce(archived_at, now()), updated_at = now() where entry_id = any (?)").param(ids(locked)).update();
        database.sql("""
            update content_schedules set cancelled_at = now(), updated_at = now() where entry_id = any (?) and state in ('pending', 'failed')""")
            .param(ids(locked)).update();
        tellSchedules(locked);
        tellStandings(locked);
        log.write(acts("entry_archived", locked));
        return number;
    }

    private static List<Act> acts(String name, List<Entry> entries) {
        return entries.stream().map(entry -> Act.of(name, entry.type(), entry.id(), entry.title())).toList();
    }

    /** The same for many, which are locked; those to which something was to happen at a time that has passed are returned. */
    Set<UUID> restore(List<Entry> locked) {
        var late = database.sql("""
                with cancelled as materialized (
                  select schedule.id, schedule.entry_id, schedule.at > :now as ahead from content_schedules schedule join content_entries entry using (entry_id)
                  where entry.entry_id = any (:ids) and schedule.cancelled_at = entry.archived_at and schedule.done_at is null),
                back as (update content_schedules set cancelled_at = null, updated_at = now() where id in (select id from cancelled where ahead))
                select entry_id from cancelled where not ahead""")
            .param("ids", ids(locked)).param("now", clock.instant().atOffset(ZoneOffset.UTC)).query(UUID.class).set();
        tellSchedules(locked);
        database.sql("update content_entries set archived_at = null, updated_at = now() where entry_id = any (?)").param(ids(locked)).update();
        tellStandings(locked);
        log.write(acts("entry_restored", locked));
        return late;
    }

    private void tellSchedules(List<Entry> changed) {
        byType(changed).forEach((type, ids) -> events.publishEvent(new SchedulesChanged(type, ids)));
    }

    private void tellStandings(List<Entry> changed) {
        byType(changed).forEach((type, ids) -> events.publishEvent(new StandingsChanged(type, ids)));
    }

    private static Map<String, List<UUID>> byType(List<Entry> changed) {
        return changed.stream().collect(groupingBy(Entry::type, mapping(Entry::id, toList())));
    }

    private static UUID[] ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toArray(UUID[]::new);
    }
}
