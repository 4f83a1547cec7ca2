package app.maru.database;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Gives every Spring test context a database of its own. Demo content, and what happens by itself (schedules that fire, metrics
 * that are collected, a log that is sealed, mail that is sent), only to a test that asks for it, such as by {@code maru.demo=true}.
 */
record TestDatabaseCustomizer(@Nullable String owner) implements ContextCustomizer {

    private static final List<String> ONLY_WHEN_ASKED_FOR =
        List.of("maru.demo", "maru.schedules.fire", "maru.metrics.collect", "maru.audit.seal", "maru.mail.send");

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
        var database = TestDatabase.fresh();
        var properties = new HashMap<String, Object>(Map.of(
                ChosenDatabase.PROPERTY, ChosenDatabase.EXTERNAL,
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "spring.datasource.hikari.minimum-idle", 0,
                "spring.test.database.replace", "none"));
        var asked = List.of(test.getPropertySourceProperties());
        ONLY_WHEN_ASKED_FOR.forEach(property -> properties.put(property, asked.contains(property + "=true")));
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", properties));
    }

    /** Registered in META-INF/spring.factories. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public ContextCustomizer createContextCustomizer(Class<?> test, List<ContextConfigurationAttributes> configuration) {
            var fresh = TestContextAnnotationUtils.findAnnotationDescriptor(test, FreshDatabase.class);
            return new TestDatabaseCustomizer(fresh == null ? null
                : fresh.getAnnotation().value().isEmpty() ? test.getName() : fresh.getAnnotation().value());
        }
    }
}
