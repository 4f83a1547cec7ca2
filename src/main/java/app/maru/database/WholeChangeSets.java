package app.maru.database;

import java.util.List;

import liquibase.change.Change;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.ChangeSet.ExecType;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.database.core.PostgresDatabase;
import liquibase.exception.DatabaseException;
import liquibase.exception.LiquibaseException;
import liquibase.sql.visitor.SqlVisitor;

/**
 * Commits a change set together with the note that it was run. Liquibase commits them one after the other, and whoever is
 * killed in between can never start again: the change set is run once more, and what it makes is there already.
 * Liquibase finds it by META-INF/services.
 */
public final class WholeChangeSets extends PostgresDatabase {

    private boolean unnoted;

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public void executeStatements(Change change, DatabaseChangeLog changeLog, List<SqlVisitor> visitors) throws LiquibaseException {
        unnoted = true;
        super.executeStatements(change, changeLog, visitors);
    }

    @Override
    public void markChangeSetExecStatus(ChangeSet changeSet, ExecType type) throws DatabaseException {
        unnoted = false;
        super.markChangeSetExecStatus(changeSet, type);
    }

    @Override
    public void commit() throws DatabaseException {
        if (!unnoted) {
            super.commit();
        }
    }

    @Override
    public void rollback() throws DatabaseException {
        unnoted = false;
        super.rollback();
    }
}
