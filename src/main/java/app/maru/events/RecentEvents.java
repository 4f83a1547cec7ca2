package app.maru.events;

import java.math.BigDecimal;
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
import java.util.Optional;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.profiles.Money;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What happened lately, the newest first. */
@Repository
class RecentEvents {

    static final int PAGE = 50;
    static final int COUNTED = 99;

    private final JdbcClient database;
    private final JsonMapper json;

    RecentEvents(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    /** A statement with its values. */
    record Question(String sql, Map<String, Object> values) {}

    /** One page and the first event of the next, if there is one; days are those of the zone. */
    List<RecentEvent> page(EventQuery query, ZoneId zone, int most) {
        var question = question(query, zone, most + 1);
        return database.sql(question.sql).params(question.values).query(this::event).list();
    }

    static Question question(EventQuery query, ZoneId zone, int most) {
        var values = new HashMap<String, Object>();
        var conditions = conditions(query, zone, values);
        if (query.after() != null) {
            conditions.add("(occurred_at, subject_id) < (:at, :subject)");
            put(values, query.after());
        }
        return new Question("select * from admin_recent_events where " + String.join(" and ", conditions)
            + " order by occurred_at desc, subject_id desc limit " + most, values);
    }

    private static List<String> conditions(EventQuery query, ZoneId zone, Map<String, Object> values) {
        var conditions = new ArrayList<>(List.of("not act"));
        if (query.kind() != null) {
            conditions.add("source = '" + query.kind().source() + "'");
        }
        if (query.failed()) {
            conditions.add("failed");
        }
        if (query.person() != null) {
            conditions.add("actor_profile_id = :person");
            values.put("person", query.person());
        }
        if (query.from() != null) {
            conditions.add("occurred_at >= :from");
            values.put("from", time(query.from().atStartOfDay(zone).toInstant()));
        }
        if (query.until() != null) {
            conditions.add("occurred_at < :end");
            values.put("end", time(query.until().plusDays(1).atStartOfDay(zone).toInstant()));
        }
        return conditions;
    }

    /** How many have come in since; beyond {@link #COUNTED} nobody counts. */
    int newer(EventQuery query, ZoneId zone, @Nullable Mark since) {
        var values = new HashMap<String, Object>();
        var conditions = conditions(query, zone, values);
        if (since != null) {
            conditions.add("(occurred_at, subject_id) > (:at, :subject)");
            put(values, since);
        }
        return database.sql("select count(*) from (select from admin_recent_events where " + String.join(" and ", conditions)
            + " order by occurred_at desc, subject_id desc limit " + (COUNTED + 1) + ") newer").params(values).query(Integer.class).single();
    }

    /** Where the stream ends now; empty while nothing has happened. */
    Optional<Mark> newest() {
        return database.sql("select occurred_at, subject_id from admin_recent_events where not act order by occurred_at desc, subject_id desc limit 1")
            .query((row, number) -> new Mark(at(row), row.getObject("subject_id", UUID.class))).optional();
    }

    private static void put(Map<String, Object> values, Mark mark) {
        values.put("at", time(mark.at()));
        values.put("subject", mark.subject());
    }

    private RecentEvent event(ResultSet row, int number) throws SQLException {
        var detail = json.readTree(row.getString("detail"));
        return new RecentEvent(Kind.of(row.getString("kind")).orElseThrow(), at(row), row.getString("title"), row.getObject("actor_profile_id", UUID.class),
            row.getObject("subject_id", UUID.class), detail.path("event").asString(), amount(detail), detail.path("summary").asString(""), row.getBoolean("failed"));
    }

    private static @Nullable Money amount(JsonNode detail) {
        return detail.has("amount") ? new Money(new BigDecimal(detail.path("amount").asString()), detail.path("currency").asString()) : null;
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("occurred_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
