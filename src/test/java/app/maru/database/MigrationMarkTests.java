package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("kernel")
class MigrationMarkTests {

    private static final String OURS = "classpath:liquibase/changelog.xml";

    private final TestDatabase database = TestDatabase.fresh();

    @Test
    void whatIsMigratedIsNotMigratedAgain() throws LiquibaseException {
        String mark = mark(database);
        database.execute("drop table databasechangelog; create table databasechangelog (); comment on table databasechangelog is '%s'".formatted(mark));

        migrate(OURS);
    }

    @Test
    void whatBearsAnotherMarkIsMigratedAndGetsTheNewOne() throws LiquibaseException {
        String mark = mark(database);
        database.execute("comment on table databasechangelog is 'migrated by another'; delete from databasechangelog where id = 'content-shapes'; drop table content_shapes");

        migrate(OURS);
        assertThat(mark(database)).isEqualTo(mark);
        database.execute("select from content_shapes");
    }

    @Test
    void otherChangeLogsAreAlwaysRead() {
        assertThatThrownBy(() -> migrate("classpath:liquibase/missing.xml")).isInstanceOf(LiquibaseException.class);
    }

    private void migrate(String changeLog) throws LiquibaseException {
        var liquibase = new SpringLiquibase();
        liquibase.setDataSource(database.dataSource());
        liquibase.setResourceLoader(new DefaultResourceLoader());
        liquibase.setChangeLog(changeLog);
        TestDatabase.migrate(liquibase);
    }

    private static String mark(TestDatabase database) {
        return JdbcClient.create(database.dataSource()).sql("select obj_description('databasechangelog'::regclass, 'pg_class')")
                .query(String.class).single();
    }
}
