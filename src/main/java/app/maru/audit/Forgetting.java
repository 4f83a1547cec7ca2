package app.maru.audit;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Has the database remove the months that are over for longer than they are to be kept; nothing else removes any row. */
@Repository
class Forgetting {

    private final JdbcClient database;
    private final Clock clock;
    private final int months;

    Forgetting(JdbcClient database, Clock clock, @Value("${maru.audit.months}") int months) {
        this.database = database;
        this.clock = clock;
        this.months = months;
    }

    /** Removes what is too old; how many rows. With 0 months everything is kept. */
    long forget() {
        var month = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1).minusMonths(months);
        return months <= 0 ? 0 : database.sql("select auth_audit_forget(?)").param(month).query(Long.class).single();
    }
}
