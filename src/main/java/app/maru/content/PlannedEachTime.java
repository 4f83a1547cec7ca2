package app.maru.content;

import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.postgresql.PGStatement;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Has PostgreSQL plan each statement for the values it is run with. Which index finds a page soonest depends on how
 * many entries have the word, the state or the value that is asked for; a plan kept for any value is a hundred times
 * slower for some.
 */
final class PlannedEachTime extends JdbcTemplate {

    PlannedEachTime(DataSource source) {
        super(source);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
        super.applyStatementSettings(statement);
        statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
}
