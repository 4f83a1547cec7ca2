package app.maru.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

import app.maru.content.ContentType;
import app.maru.content.ContentTypes;
import app.maru.content.Entries;
import app.maru.content.Entry;
import app.maru.content.Problem;
import app.maru.content.Relations;
import app.maru.content.Rules;
import app.maru.content.Snapshot;
import app.maru.content.SnapshotJson;
import app.maru.content.State;
import app.maru.publishing.Edition.Action;

/** Puts exact revisions before visitors: all of them in one edition, or none. */
@Component
public class Publishing {

    private final JdbcClient database;
    private final Entries entries;
    private final ContentTypes types;
    private final SnapshotJson snapshots;
    private final PublishedJson published;
    private final Rules rules;
    private final Editions editions;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Publishing(JdbcClient database, Entries entries, ContentTypes types, SnapshotJson snapshots, PublishedJson published, Rules rules,
               Editions editions, JsonMapper json, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.entries = entries;
        this.types = types;
        this.snapshots = snapshots;
        this.published = published;
        this.rules = rules;
        this.editions = editions;
        this.json = json;
        this.events = events;
        this.clock = clock;
    }

    /** A revision of an entry. */
    public record Exact(UUID entry, int revision) {}

    /** What became of an attempt to publish. */
    public sealed interface Result {
        /** Committed as that edition; 0 when visitors see just that already. */
        record Committed(long edition) implements Result {}

        /** Nothing was published: these are the reasons, entry by entry. */
        record Refused(List<Refusal> refusals) implements Result {}
    }

    /**
     * Why one entry cannot be published.
     *
     * @param holder another entry that visitors see under the slug; null when that is not the reason
     * @param unpublished entries that it points to and visitors do not see
     */
    public record Refusal(UUID entry, String type, String title, List<Problem> problems, @Nullable Holder holder, List<Unpublished> unpublished) {}

    /** An entry that visitors do not see, and the field that points to it. */
    public record Unpublished(String field, UUID entry, String type, String title, boolean archived) {}

    /** A live entry that holds a slug which its own working copy may have given up. */
    public record Holder(UUID entry, String title, String slug, int head, boolean renamed) {}

    /** Where visitors find an entry; without a slug nowhere that another could be. */
    private record Address(String type, @Nullable String slug) {

        static Address of(Candidate candidate) {
            return new Address(candidate.type().path(), candidate.type().slugOf(candidate.snapshot()));
        }
    }

    private record Candidate(UUID entry, ContentType type, int revision, Snapshot snapshot, Instant written, int displayOrder,
                             State state, @Nullable Integer live, @Nullable Instant firstPublished) {}

    /**
     * Publishes the revisions in one edition.
     *
     * @param author who does; null when that person is no longer known
     */
    @Transactional
    public Result publish(List<Exact> revisions, @Nullable UUID author) {
        entries.lock(revisions.stream().map(Exact::entry).toList());
        var candidates = candidates(revisions);
        var refusals = refusals(candidates, List.of());
        if (!refusals.isEmpty()) {
            return new Result.Refused(refusals);
        }
        var changed = changed(candidates);
        return new Result.Committed(changed.isEmpty() ? 0 : commit(changed, List.of(), author, List.of()));
    }

    private static List<Candidate> changed(List<Candidate> candidates) {
        return candidates.stream().filter(candidate -> candidate.live() == null || candidate.live() != candidate.revision()).toList();
    }

    /**
     * What was published of what was to be.
     *
     * @param edition the number of the edition; 0 when visitors see no difference
     * @param refusals why the others were not
     */
    record Partly(long edition, List<Refusal> refusals) {}

    /** The same for what somebody does just now. */
    Partly publishWhatCan(List<Exact> revisions, List<Entry> withdrawn, @Nullable UUID author) {
        return publishWhatCan(revisions, withdrawn, author, List.of());
    }

    /**
     * Publishes those of the revisions that can be, and takes other entries from visitors, all in one edition. The entries
     * are locked. What cannot be published may be what others need, so these are looked at again without it.
     *
     * @param carriedOut the rows of the schedules that are done with this
     */
    Partly publishWhatCan(List<Exact> revisions, List<Entry> withdrawn, @Nullable UUID author, List<Long> carriedOut) {
        var candidates = new ArrayList<>(candidates(revisions));
        var refusals = new ArrayList<Refusal>();
        var gone = withdrawn.stream().map(Entry::id).toList();
        for (var more = refusals(candidates, gone); !more.isEmpty(); more = refusals(candidates, gone)) {
            refusals.addAll(more);
            var refused = more.stream().map(Refusal::entry).collect(toSet());
            candidates.removeIf(candidate -> refused.contains(candidate.entry()));
        }
        var changed = changed(candidates);
        return new Partly(changed.isEmpty() && withdrawn.isEmpty() ? 0 : commit(changed, withdrawn, author, carriedOut), refusals);
    }

    /** Why the revisions cannot be published in one edition; empty when they can. */
    @Transactional(readOnly = true)
    public List<Refusal> objections(List<Exact> revisions) {
        return refusals(candidates(revisions), List.of());
    }

    private long commit(List<Candidate> candidates, List<Entry> withdrawn, @Nullable UUID author, List<Long> carriedOut) {
        var now = clock.instant();
        var closed = Stream.concat(candidates.stream().map(Candidate::entry), withdrawn.stream().map(Entry::id)).toArray(UUID[]::new);
        var publications = candidates.stream().map(candidate -> publication(candidate, now)).toList();
        long number = editions.commit(candidates.isEmpty() ? Action.UNPUBLISH : Action.PUBLISH, author, List.of(closed), publications);
        standAt(closed, candidates.stream().map(Candidate::revision).toArray(Integer[]::new), carriedOut);
        Stream.concat(candidates.stream().map(candidate -> Map.entry(candidate.type().path(), candidate.entry())),
                withdrawn.stream().map(entry -> Map.entry(entry.type(), entry.id())))
            .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())))
            .forEach((type, changed) -> events.publishEvent(new StandingsChanged(type, changed)));
        return number;
    }

    /**
     * The last ones, without a revision, are live no more. Whether something is scheduled is told in the same statement: an
     * entry stands in a dozen indexes, and a second change of it, which the database makes by itself where this one is wrong,
     * costs as much again.
     */
    private void standAt(UUID[] closed, Integer[] revisions, List<Long> carriedOut) {
        database.sql("""
                update content_entries entry set live = exact.revision, updated_at = now(), scheduled = entry.scheduled and exists (
                  select from content_schedules pending where pending.entry_id = entry.entry_id and pending.state = 'pending' and pending.id <> all (:done))
                from unnest(:entries, :revisions) as exact (entry, revision) where entry_id = exact.entry""")
            .param("entries", closed).param("revisions", revisions).param("done", carriedOut.toArray(Long[]::new)).update();
    }

    /** Goes through what publishing the revisions takes, up to where others would have to wait, and leaves all as it is. */
    @Transactional(readOnly = true)
    void rehearse(List<Exact> revisions) {
        objections(revisions);
        candidates(revisions).forEach(candidate -> publication(candidate, clock.instant()));
    }

    private Publication publication(Candidate candidate, Instant now) {
        var type = candidate.type();
        var snapshot = candidate.snapshot();
        var first = Optional.ofNullable(candidate.firstPublished()).orElse(now);
        var body = published.body(type, candidate.entry(), snapshot, new PublishedJson.Times(now, first, candidate.written()));
        return new Publication(candidate.entry(), type.path(), candidate.revision(), type.slugOf(snapshot), type.titleOf(snapshot),
            type.accessOf(snapshot).name().toLowerCase(Locale.ROOT), type.parentOf(snapshot), candidate.displayOrder(),
            json.writeValueAsString(type.facetsOf(snapshot)), body, PublishedJson.hash(body), first, now);
    }

    private List<Candidate> candidates(List<Exact> revisions) {
        return database.sql("""
                select entry.*, revision.number, revision.body, revision.created_at as written,
                       (select min(first_published_at) from publications where publications.entry_id = entry.entry_id) as first_published
                from unnest(?, ?) as exact (entry_id, number)
                join content_entries entry on entry.entry_id = exact.entry_id
                join content_revisions revision on revision.entry_id = exact.entry_id and revision.number = exact.number""")
            .param(revisions.stream().map(Exact::entry).toArray(UUID[]::new))
            .param(revisions.stream().map(Exact::revision).toArray(Integer[]::new)).query(this::candidate).list();
    }

    private Candidate candidate(ResultSet row, int index) throws SQLException {
        var type = types.of(row.getString("type"));
        var first = row.getObject("first_published", OffsetDateTime.class);
        return new Candidate(row.getObject("entry_id", UUID.class), type, row.getInt("number"), snapshots.read(type, row.getString("body")),
            row.getObject("written", OffsetDateTime.class).toInstant(), row.getInt("display_order"),
            State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), row.getObject("live", Integer.class),
            first == null ? null : first.toInstant());
    }

    /** What visitors see already needs no reason. */
    private List<Refusal> refusals(List<Candidate> candidates, List<UUID> withdrawn) {
        var changed = changed(candidates);
        var holders = holders(changed, withdrawn);
        var dead = notLive(candidates, withdrawn);
        var namesakes = changed.stream().collect(groupingBy(Address::of));
        return changed.stream().flatMap(candidate -> {
            var address = Address.of(candidate);
            return refusal(candidate, namesakes.get(address), holders.get(address), dead).stream();
        }).toList();
    }

    private Optional<Refusal> refusal(Candidate candidate, List<Candidate> namesakes, @Nullable Holder holder, Map<UUID, Entry> dead) {
        var problems = new ArrayList<>(rules.problems(candidate.type(), candidate.snapshot()));
        if (candidate.state() == State.ARCHIVED) {
            problems.add(Problem.publishable("", "Archived"));
        }
        taken(candidate, namesakes, holder).ifPresent(problems::add);
        var unpublished = unpublished(candidate, dead);
        unpublished.forEach(related -> problems.add(Problem.publishable(related.field(), "RelatedUnpublished", related.title())));
        return problems.isEmpty() ? Optional.empty() : Optional.of(new Refusal(candidate.entry(), candidate.type().path(),
            candidate.type().titleOf(candidate.snapshot()), problems, holder, unpublished));
    }

    /** Whether visitors find another entry under the slug, or would find two. */
    private static Optional<Problem> taken(Candidate candidate, List<Candidate> namesakes, @Nullable Holder holder) {
        var slug = Address.of(candidate).slug();
        var title = holder != null ? Optional.of(holder.title()) : slug == null ? Optional.<String>empty()
            : namesakes.stream().filter(other -> other != candidate).findFirst().map(other -> other.type().titleOf(other.snapshot()));
        return title.map(found -> Problem.publishable(candidate.type().slug().name(), "SlugLive", slug, found));
    }

    /** Entries that the candidates point to, and that visitors would not see even then. */
    private Map<UUID, Entry> notLive(List<Candidate> candidates, List<UUID> withdrawn) {
        var targets = candidates.stream().flatMap(candidate -> Relations.of(candidate.type(), candidate.snapshot()).values().stream()).collect(toSet());
        candidates.forEach(candidate -> targets.remove(candidate.entry()));
        var related = new HashMap<>(entries.find(targets));
        related.values().removeIf(entry -> entry.isLive() && !withdrawn.contains(entry.id()));
        return related;
    }

    private static List<Unpublished> unpublished(Candidate candidate, Map<UUID, Entry> dead) {
        return Relations.of(candidate.type(), candidate.snapshot()).entrySet().stream().filter(relation -> dead.containsKey(relation.getValue()))
            .map(relation -> {
                var entry = dead.get(relation.getValue());
                return new Unpublished(relation.getKey(), entry.id(), entry.type(), entry.title(), entry.state() == State.ARCHIVED);
            }).toList();
    }

    private Map<Address, Holder> holders(List<Candidate> candidates, List<UUID> withdrawn) {
        var holders = new HashMap<Address, Holder>();
        database.sql("""
                select open.entry_id, entry.title, open.slug, entry.head, entry.slug is distinct from open.slug as renamed, open.type
                from unnest(:types, :slugs) as wanted (type, slug)
                join publications open on open.type = wanted.type and open.slug = wanted.slug and open.until_edition is null
                join content_entries entry on entry.entry_id = open.entry_id
                where open.entry_id <> all (:entries)""")
            .param("types", candidates.stream().map(candidate -> candidate.type().path()).toArray(String[]::new))
            .param("slugs", candidates.stream().map(candidate -> candidate.type().slugOf(candidate.snapshot())).toArray(String[]::new))
            .param("entries", Stream.concat(candidates.stream().map(Candidate::entry), withdrawn.stream()).toArray(UUID[]::new))
            .query(row -> {
                var holder = new Holder(row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getInt(4), row.getBoolean(5));
                holders.put(new Address(row.getString(6), holder.slug()), holder);
            });
        return holders;
    }
}
