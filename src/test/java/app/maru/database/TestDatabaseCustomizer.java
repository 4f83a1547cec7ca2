package app.maru.database;

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

/** Gives every Spring test context a database of its own; demo content only to a test that sets {@code maru.demo=true}, and schedules that
 * fire by themselves, metrics that are collected, and a log that is sealed, only to one that sets {@code maru.schedules.fire=true},
 * {@code maru.metrics.collect=true} or {@code maru.audit.seal=true}. */
record TestDatabaseCustomizer(@Nullable String owner) implements ContextCustomizer {

    @Override
    public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration test) {
        var database = TestDatabase.fresh();
        boolean demo = List.of(test.getPropertySourceProperties()).contains("maru.demo=true");
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test database", Map.of(
                ChosenDatabase.PROPERTY, ChosenDatabase.EXTERNAL,
                "maru.demo", demo,
                "maru.schedules.fire", List.of(test.getPropertySourceProperties()).contains("maru.schedules.fire=true"),
                "maru.metrics.collect", List.of(test.getPropertySourceProperties()).contains("maru.metrics.collect=true"),
                "maru.audit.seal", List.of(test.getPropertySourceProperties()).contains("maru.audit.seal=true"),
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.username(),
                "spring.datasource.password", database.password(),
                "spring.datasource.hikari.minimum-idle", 0,
                "spring.test.database.replace", "none")));
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
