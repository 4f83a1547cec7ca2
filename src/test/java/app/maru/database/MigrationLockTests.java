package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockService;
import liquibase.lockservice.LockServiceFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class MigrationLockTests {

    final DataSource database = TestDatabase.blank().dataSource();

    @Test
    @Tag("kernel")
    void whoeverIsKilledDuringAMigrationLetsGo() throws Exception {
        var killed = database.getConnection();
        try (var next = database.getConnection()) {
            var waiting = lock(next);
            assertThat(lock(killed).acquireLock()).isTrue();
            assertThat(waiting.acquireLock()).isFalse();

            end(killed);
            waiting.waitForLock();
            assertThat(waiting.hasChangeLogLock()).isTrue();
        }
    }

    @Test
    @Tag("kernel")
    void theNextOneGetsItAfterAMigration() throws Exception {
        try (var first = database.getConnection(); var second = database.getConnection()) {
            var done = lock(first);
            done.waitForLock();
            done.releaseLock();

            assertThat(lock(second).acquireLock()).isTrue();
        }
    }

    private static LockService lock(Connection connection) throws LiquibaseException {
        var target = DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        return LockServiceFactory.getInstance().getLockService(target);
    }

    /** As the operating system does when the process behind a connection is killed. */
    private void end(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery("select pg_backend_pid()")) {
            row.next();
            JdbcClient.create(database).sql("select pg_terminate_backend(?)").param(row.getInt(1)).query(Boolean.class).single();
        }
    }
}
