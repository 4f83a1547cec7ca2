package app.maru.database;

import java.sql.SQLException;

import liquibase.database.Database;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.DatabaseException;
import liquibase.exception.LockException;
import liquibase.lockservice.DatabaseChangeLogLock;
import liquibase.lockservice.StandardLockService;

/**
 * Lets one Maru at a time change the tables. The connection holds it, so whoever is killed meanwhile lets go of it;
 * Liquibase's own lock, a row, would stand for ever. Liquibase finds it by META-INF/services.
 */
public final class MigrationLock extends StandardLockService {

    private static final long KEY = 0x6d617275; // "maru", so that it is nobody else's

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(Database database) {
        return database instanceof PostgresDatabase;
    }

    @Override
    protected Long getChangeLogLockRecheckTime() {
        return 1L;
    }

    /** There is no table to make. */
    @Override
    public void init() {
    }

    @Override
    public boolean acquireLock() throws LockException {
        if (!hasChangeLogLock) {
            hasChangeLogLock = ask("select pg_try_advisory_lock(%d)");
            database.setCanCacheLiquibaseTableInfo(hasChangeLogLock);
        }
        return hasChangeLogLock;
    }

    @Override
    public void releaseLock() throws LockException {
        if (hasChangeLogLock) {
            reset();
            database.setCanCacheLiquibaseTableInfo(false);
            ask("select pg_advisory_unlock(%d)");
        }
    }

    @Override
    public void forceReleaseLock() throws LockException {
        releaseLock();
    }

    /** Who holds it is not known here. */
    @Override
    public DatabaseChangeLogLock[] listLocks() {
        return new DatabaseChangeLogLock[0];
    }

    @Override
    public void destroy() {
        reset();
    }

    /** Outside of any transaction: a failed one must not hide the answer. */
    private boolean ask(String question) throws LockException {
        try {
            database.rollback();
            var connection = ((JdbcConnection) database.getConnection()).getUnderlyingConnection();
            try (var statement = connection.createStatement(); var rows = statement.executeQuery(question.formatted(KEY))) {
                return rows.next() && rows.getBoolean(1);
            }
        } catch (DatabaseException | SQLException e) {
            throw new LockException(e);
        }
    }
}
