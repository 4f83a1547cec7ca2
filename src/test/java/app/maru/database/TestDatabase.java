package app.maru.database;

import java.util.concurrent.atomic.AtomicInteger;

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

    private static final String TEMPLATE = migratedTemplate();
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** A new database that has the tables and nothing in them. */
    public static TestDatabase fresh() {
        return create("test_" + COUNT.incrementAndGet(), "template " + TEMPLATE);
    }

    /** A new database without any table. */
    public static TestDatabase blank() {
        return create("test_" + COUNT.incrementAndGet(), "");
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

    private static TestDatabase create(String name, String options) {
        TestPostgres.execute("create database %s %s".formatted(name, options));
        return new TestDatabase(TestPostgres.url(name), PostgresServer.USER, TestPostgres.password());
    }

    private static String migratedTemplate() {
        var template = create("migrated", "");
        try (var pool = (HikariDataSource) template.dataSource()) {
            var liquibase = new SpringLiquibase();
            liquibase.setDataSource(pool);
            liquibase.setResourceLoader(new DefaultResourceLoader());
            liquibase.setChangeLog("classpath:liquibase/changelog.xml");
            liquibase.afterPropertiesSet();
        } catch (LiquibaseException e) {
            throw new IllegalStateException(e);
        }
        return "migrated";
    }
}
