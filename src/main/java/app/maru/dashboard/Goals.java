package app.maru.dashboard;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import app.maru.dashboard.Goal.Status;

/** What everybody set out to reach. */
@Repository
class Goals {

    private static final int MOST = 12;

    private final JdbcClient database;

    Goals(JdbcClient database) {
        this.database = database;
    }

    /** Those of a person that are under way or ended lately, what ends first before the others. */
    List<Goal> of(UUID person, LocalDate today) {
        return database.sql("""
                select * from dashboard_goals where profile_id = :person and period_end >= :since
                order by status <> 'active', period_end, id limit :most""")
            .param("person", person).param("since", today.minusDays(30)).param("most", MOST).query(Goals::goal).list();
    }

    Goal goal(UUID person, UUID id) {
        return database.sql("select * from dashboard_goals where profile_id = ? and goal_id = ?").param(person).param(id).query(Goals::goal).optional().orElseThrow(() -> new NoSuchWidget(id));
    }

    void add(UUID person, Goal goal) {
        bound("""
            insert into dashboard_goals (goal_id, profile_id, goal_key, name, description, target_metric, target_value, current_value, period_start, period_end, status)
            values (:id, :person, 'goal-' || :id, :name, :description, :metric, :target, :current, :from, :until, :status) on conflict (goal_id) do nothing""", person, goal).update();
    }

    /** Stores it over that version; empty when somebody, in another tab, was quicker. */
    Optional<Goal> save(UUID person, Goal goal) {
        return bound("""
            update dashboard_goals set name = :name, description = :description, target_metric = :metric, target_value = :target, current_value = :current,
              period_start = :from, period_end = :until, status = :status, version = version + 1, updated_at = now()
            where profile_id = :person and goal_id = :id and version = :version returning *""", person, goal).param("version", goal.version()).query(Goals::goal).optional();
    }

    private JdbcClient.StatementSpec bound(String statement, UUID person, Goal goal) {
        return database.sql(statement).param("person", person).param("id", goal.id()).param("name", goal.name()).param("description", goal.description())
            .param("metric", goal.metric(), Types.VARCHAR).param("target", goal.target()).param("current", goal.current()).param("from", goal.from())
            .param("until", goal.until()).param("status", goal.status().key());
    }

    Goal remove(UUID person, UUID id) {
        return database.sql("delete from dashboard_goals where profile_id = ? and goal_id = ? returning *").param(person).param(id).query(Goals::goal).optional().orElseThrow(() -> new NoSuchWidget(id));
    }

    private static Goal goal(ResultSet row, int number) throws SQLException {
        return new Goal(row.getObject("goal_id", UUID.class), row.getInt("version"), row.getString("name"), row.getString("description"), row.getString("target_metric"),
            row.getBigDecimal("target_value"), row.getBigDecimal("current_value"), row.getObject("period_start", LocalDate.class), row.getObject("period_end", LocalDate.class),
            Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }
}
