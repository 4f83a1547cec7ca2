package app.maru.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Spares a database that exactly these change logs have migrated their being read again, which takes a tenth
 * of a start: the table in which Liquibase keeps its history bears their hash as its comment.
 */
@Component
final class MigrationMark implements BeanPostProcessor {

    private static final String OURS = "classpath:liquibase/changelog.xml";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && isOurs(liquibase) && isBorneBy(liquibase)) {
            liquibase.setShouldRun(false);
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && isOurs(liquibase) && !isBorneBy(liquibase)) {
            database(liquibase).sql("comment on table databasechangelog is '%s'".formatted(mark())).update();
        }
        return bean;
    }

    private static boolean isOurs(SpringLiquibase liquibase) {
        return OURS.equals(liquibase.getChangeLog());
    }

    private static boolean isBorneBy(SpringLiquibase liquibase) {
        return database(liquibase).sql("select coalesce(obj_description(to_regclass('databasechangelog'), 'pg_class'), '') = ?")
                .param(mark()).query(Boolean.class).single();
    }

    private static JdbcClient database(SpringLiquibase liquibase) {
        return JdbcClient.create(liquibase.getDataSource());
    }

    private static String mark() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (Resource file : changeLogs()) {
                hash.update(name(file).getBytes());
                hash.update(file.getContentAsByteArray());
            }
            return "migrated by " + HexFormat.of().formatHex(hash.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In an order that does not depend on where they lie. */
    private static List<Resource> changeLogs() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:liquibase/**/*.*");
        return Arrays.stream(files).sorted(Comparator.comparing(MigrationMark::name)).toList();
    }

    private static String name(Resource file) {
        try {
            return file.getURL().getPath().replaceFirst(".*/liquibase/", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
