package app.maru.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

import app.maru.publishing.Editions;
import tools.jackson.databind.json.JsonMapper;

/** The log, the newest first. */
@Repository
class Records {

    static final int PAGE = 50;

    private static final int AT_ONCE = 500;

    private static final String LOGGED = """
        select log.*, personal.email, host(personal.ip_address) as address, personal.user_agent as agent, personal.title, personal.before, personal.after, chain.id as place
        from auth_audit_logs log left join auth_audit_personal personal using (log_id) left join auth_audit_chain chain using (log_id)
        where %s order by log.created_at desc, log.log_id desc limit %d""";

    private final JdbcClient database;
    private final Editions editions;
    private final JsonMapper json;

    Records(JdbcClient database, Editions editions, JsonMapper json) {
        this.database = database;
        this.editions = editions;
        this.json = json;
    }

    /** A page, and one row more where there are older ones; days are those of the zone. */
    List<Logged> page(AuditQuery query, ZoneId zone, int most) {
        var values = new HashMap<String, Object>();
        var conditions = conditions(query, zone, values);
        return database.sql(LOGGED.formatted(String.join(" and ", conditions), most + 1)).params(values).query(this::logged).list();
    }

    /** Hands over each row of all of it, up to so many, without holding more than a few at once. */
    @Transactional(readOnly = true)
    public void each(AuditQuery query, ZoneId zone, int most, Consumer<Logged> act) {
        var values = new HashMap<String, Object>();
        var conditions = conditions(query, zone, values);
        try (var rows = database.sql(LOGGED.formatted(String.join(" and ", conditions), most)).withFetchSize(AT_ONCE).params(values).query(this::logged).stream()) {
            rows.forEach(act);
        }
    }

    private List<String> conditions(AuditQuery query, ZoneId zone, Map<String, Object> values) {
        var conditions = new ArrayList<>(List.of("true"));
        if (!query.kind().isEmpty()) {
            conditions.add(query.kind().equals(AuditQuery.ACTS) ? "log.act" : "not log.act");
        }
        if (!query.event().isEmpty()) {
            conditions.add("log.event = :event");
            values.put("event", query.event());
        }
        if (query.person() != null) {
            conditions.add("log.profile_id = :person");
            values.put("person", query.person());
        }
        if (query.subject() != null) {
            conditions.add(query.isAboutAPerson() ? "(log.subject_id = :subject or log.profile_id = :subject)" : "log.subject_id = any (:subjects)");
            values.put(query.isAboutAPerson() ? "subject" : "subjects", query.isAboutAPerson() ? query.subject() : subjects(query.subject()));
        }
        if (query.from() != null) {
            conditions.add("log.created_at >= :from");
            values.put("from", time(query.from().atStartOfDay(zone).toInstant()));
        }
        if (query.until() != null) {
            conditions.add("log.created_at < :end");
            values.put("end", time(query.until().plusDays(1).atStartOfDay(zone).toInstant()));
        }
        if (query.after() != null) {
            conditions.add("(log.created_at, log.log_id) < (:at, :after)");
            values.put("at", time(query.after().at()));
            values.put("after", query.after().subject());
        }
        return conditions;
    }

    /** Itself, and the editions that put it before visitors or took it from them. */
    private UUID[] subjects(UUID subject) {
        var committed = editions.spans(subject).stream().flatMap(span -> Stream.of(span.from(), span.until())).filter(number -> number != null).distinct().map(EditionsInTheLog::id);
        return Stream.concat(Stream.of(subject), committed).toArray(UUID[]::new);
    }

    /** What stands in the log under names of its own, for who chooses one. */
    List<String> events() {
        return database.sql("""
            with recursive known (event) as (
              (select event from auth_audit_logs order by event limit 1)
              union all
              select (select event from auth_audit_logs where event > known.event order by event limit 1) from known where known.event is not null)
            select event from known where event is not null""").query(String.class).list();
    }

    private Logged logged(ResultSet row, int number) throws SQLException {
        return new Logged(row.getObject("log_id", UUID.class), row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getString("event"), row.getBoolean("act"),
            row.getObject("profile_id", UUID.class), row.getString("email"), row.getString("address"), row.getString("agent"), row.getString("subject_type"),
            row.getObject("subject_id", UUID.class), row.getString("title"), fields(row.getString("before")), fields(row.getString("after")), row.getObject("place", Long.class));
    }

    private Map<String, String> fields(@Nullable String object) {
        var fields = new TreeMap<String, String>();
        if (object != null) {
            json.readTree(object).properties().forEach(field -> fields.put(field.getKey(), field.getValue().asString()));
        }
        return fields;
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
