package app.maru.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import liquibase.integration.spring.SpringLiquibase;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Spares a database that exactly these change logs have migrated their being read again, which takes a tenth
 * of a start: the table in which Liquibase keeps its history bears their hash as its comment.
 */
@Component
final class MigrationMark implements BeanPostProcessor {

    private static final String OURS = "classpath:liquibase/changelog.xml";
    private static final Pattern INCLUDE = Pattern.compile("<include file=\"([^\"]+)\"");

    private String missing = "";

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && isOurs(liquibase)) {
            String mark = mark();
            if (mark.equals(markOn(liquibase))) {
                liquibase.setShouldRun(false);
            } else {
                missing = mark;
            }
        }
        return bean;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof SpringLiquibase liquibase && isOurs(liquibase) && !missing.isEmpty()) {
            database(liquibase).sql("comment on table databasechangelog is '%s'".formatted(missing)).update();
        }
        return bean;
    }

    private static boolean isOurs(SpringLiquibase liquibase) {
        return OURS.equals(liquibase.getChangeLog());
    }

    private static String markOn(SpringLiquibase liquibase) {
        return database(liquibase).sql("select coalesce(obj_description(to_regclass('databasechangelog'), 'pg_class'), '')")
                .query(String.class).single();
    }

    private static JdbcClient database(SpringLiquibase liquibase) {
        return JdbcClient.create(liquibase.getDataSource());
    }

    /** What the list of change logs and each that it includes hash to. */
    private static String mark() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            byte[] list = content("changelog.xml");
            hash.update(list);
            for (MatchResult include : INCLUDE.matcher(new String(list, StandardCharsets.UTF_8)).results().toList()) {
                hash.update(content(include.group(1)));
            }
            return "migrated by " + HexFormat.of().formatHex(hash.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] content(String file) throws IOException {
        return new ClassPathResource("liquibase/" + file).getContentAsByteArray();
    }
}
