package app.maru.profiles;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

import app.maru.content.SearchWord;
import app.maru.identity.Act;
import app.maru.identity.AuditLog;
import app.maru.profiles.Profile.Status;

/** Everybody whom the platform knows, newest first. */
@Repository
class Profiles {

    static final int PAGE = 25;
    static final int COUNTED = 1000;

    private static final String KNOWN = """
        select * from (
          select p.*, p.name as title, coalesce(p.joined_at, p.created_at) as since, s.role as staff_role
          from profiles p left join staff s on s.profile_id = p.id where p.deleted_at is null) known
        """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final AuditLog log;

    Profiles(JdbcClient database, TransactionTemplate transaction, AuditLog log) {
        this.database = database;
        this.transaction = transaction;
        this.log = log;
    }

    /**
     * Who is looked for.
     *
     * @param before the person behind whom the page ends; null unless one goes back
     * @param after the person behind whom the page begins; null for the first page
     */
    record Query(String search, @Nullable Status status, @Nullable UUID before, @Nullable UUID after) {}

    /** A page of them; whether there are others before and behind it. */
    record Page(List<Profile> people, boolean hasPrevious, boolean hasNext) {}

    /** What became of a change. */
    sealed interface Saving {
        /** It stands. */
        record Saved(Profile profile) implements Saving {}

        /** Somebody else was quicker: what stands now. */
        record Overtaken(Profile now) implements Saving {}

        /** Another person has the address. */
        record EmailTaken(String holder, UUID id) implements Saving {}
    }

    Page page(Query query) {
        boolean back = query.before != null;
        var edge = back ? query.before : query.after;
        var parameters = new HashMap<String, Object>();
        var conditions = conditions(query, parameters);
        if (edge != null) {
            conditions.add("(since, id) " + (back ? ">" : "<") + " (select coalesce(joined_at, created_at), id from profiles where id = :edge)");
            parameters.put("edge", edge);
        }
        var found = new ArrayList<>(database.sql(KNOWN + " where " + String.join(" and ", conditions)
            + (back ? " order by since, id" : " order by since desc, id desc") + " limit " + (PAGE + 1)).params(parameters).query(Profiles::profile).list());
        boolean more = found.size() > PAGE;
        var page = found.subList(0, Math.min(PAGE, found.size()));
        if (back) {
            Collections.reverse(page);
        }
        return new Page(List.copyOf(page), back ? more : edge != null, back || more);
    }

    private static List<String> conditions(Query query, Map<String, Object> parameters) {
        var conditions = new ArrayList<>(List.of("true"));
        SearchWord.of(query.search).forEach(word -> conditions.add(word.condition(parameters)));
        if (query.status != null) {
            conditions.add("status = :status");
            parameters.put("status", query.status.key());
        }
        return conditions;
    }

    /**
     * How many of each status are found by the search. Without one, nobody counts beyond {@link #COUNTED}; what a search finds
     * has to be looked at anyway, and once is cheaper than for each status.
     */
    Map<Status, Integer> counts(String search) {
        var parameters = new HashMap<String, Object>();
        var conditions = String.join(" and ", conditions(new Query(search, null, null, null), parameters));
        var known = "(select status, search, name as title from profiles where deleted_at is null) known";
        var counts = new EnumMap<Status, Integer>(Status.class);
        Arrays.stream(Status.values()).forEach(status -> counts.put(status, 0));
        database.sql(search.isBlank() ? """
                select wanted.status, (select count(*) from (select from %s where known.status = wanted.status limit %d) counted) as people
                from unnest(:statuses) as wanted (status)""".formatted(known, COUNTED + 1)
                : "select status, count(*) as people from %s where %s group by status".formatted(known, conditions))
            .params(parameters).param("statuses", Arrays.stream(Status.values()).map(Status::key).toArray(String[]::new))
            .query(row -> {
                counts.put(status(row), row.getInt("people"));
            });
        return counts;
    }

    Optional<Profile> profile(UUID id) {
        return database.sql(KNOWN + " where id = ?").param(id).query(Profiles::profile).optional();
    }

    /** Stores what an admin wrote over that version; who works at the desk keeps their status. */
    Saving save(UUID id, int version, Status status, Details details) {
        try {
            return Objects.requireNonNull(transaction.execute(work -> written(id, version, status, details)));
        } catch (DuplicateKeyException e) {
            return holder(details.email());
        }
    }

    private Saving written(UUID id, int version, Status status, Details details) {
        var before = profile(id).orElseThrow(() -> new NoSuchProfile(id));
        int saved = database.sql("""
                update profiles set name = :name, email = :email, role = :role, company = :company, timezone = :timezone, avatar_url = :avatar, bio = :bio,
                  status = case when exists (select from staff where profile_id = :id) then status else :status end, version = version + 1, updated_at = now()
                where id = :id and version = :version and deleted_at is null""")
            .param("id", id).param("version", version).param("status", status.key()).param("name", details.name()).param("email", details.email())
            .param("role", details.role()).param("company", details.company()).param("timezone", details.timezone())
            .param("avatar", details.avatarUrl()).param("bio", details.bio()).update();
        var now = profile(id).orElseThrow(() -> new NoSuchProfile(id));
        if (saved > 0) {
            log.write(Act.of("profile_changed", "profiles", id, now.title()).changing(before.said(), now.said()));
        }
        return saved > 0 ? new Saving.Saved(now) : new Saving.Overtaken(now);
    }

    private Saving holder(String email) {
        return database.sql("select id, coalesce(nullif(name, ''), email) as name from profiles where lower(email) = lower(?)").param(email)
            .query((row, number) -> new Saving.EmailTaken(row.getString("name"), row.getObject("id", UUID.class))).single();
    }

    private static Profile profile(ResultSet row, int number) throws SQLException {
        var details = new Details(row.getString("name"), row.getString("email"), row.getString("role"), row.getString("company"),
            row.getString("timezone"), row.getString("avatar_url"), row.getString("bio"));
        return new Profile(row.getObject("id", UUID.class), row.getInt("version"), status(row), details,
            row.getObject("since", OffsetDateTime.class).toInstant(), row.getString("staff_role"));
    }

    private static Status status(ResultSet row) throws SQLException {
        return Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT));
    }
}
