package app.maru.database;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.stereotype.Component;

/** Checks the database as soon as its address is known, before anything connects to it. */
@Component
final class DatabaseCheck implements BeanPostProcessor {

    private final DatabaseRequirements requirements = new DatabaseRequirements(15);

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        if (bean instanceof JdbcConnectionDetails database) {
            requirements.check(database);
        }
        return bean;
    }
}
