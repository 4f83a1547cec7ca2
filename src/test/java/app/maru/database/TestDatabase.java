package app.maru.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import liquibase.exception.LiquibaseException;
import liquibase.integration.spring.SpringLiquibase;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * A database of its own for a test, with all migrations applied. Spring tests get one without asking;
 * a test without Spring says {@code DataSource database = TestDatabase.fresh().dataSource();}
 */
public record TestDatabase(String url, String username, String password) {

    private static final Logger LIQUIBASE = Logger.getLogger("liquibase");
    private static final String TEMPLATE = migratedTemplate();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database that has the tables and nothing in them. */
    public static TestDatabase fresh() {
        return TestPostgres.create("test_" + COUNT.incrementAndGet(), TEMPLATE);
    }

    /** A new database without any table. */
    public static TestDatabase blank() {
        return TestPostgres.create("test_" + COUNT.incrementAndGet(), "");
    }

    /** A pool of connections to it. */
    public DataSource dataSource() {
        var config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(username);
        config.setPassword(password);
        config.setMinimumIdle(0);
        config.addDataSourceProperty("reWriteBatchedInserts", true);
        return new HikariDataSource(config);
    }

    /** Runs a statement in it. */
    public void execute(String sql) {
        try (var connection = DriverManager.getConnection(url, username, password); var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String migratedTemplate() {
        LIQUIBASE.setLevel(Level.WARNING);
        var template = TestPostgres.create("migrated", "");
        try (var pool = (HikariDataSource) template.dataSource()) {
            var liquibase = new SpringLiquibase();
            liquibase.setDataSource(pool);
            liquibase.setResourceLoader(new DefaultResourceLoader());
            liquibase.setChangeLog("classpath:liquibase/changelog.xml");
            migrate(liquibase);
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        return "template migrated";
    }

    static void migrate(SpringLiquibase liquibase) throws LiquibaseException {
        var mark = new MigrationMark();
        mark.postProcessBeforeInitialization(liquibase, "liquibase");
        liquibase.afterPropertiesSet();
        mark.postProcessAfterInitialization(liquibase, "liquibase");
    }
}
