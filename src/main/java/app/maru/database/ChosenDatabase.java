package app.maru.database;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Decides which database Maru stands on, and what follows from that and must not be configured otherwise. */
final class ChosenDatabase implements EnvironmentPostProcessor, Ordered {

    static final String PROPERTY = "maru.database";
    static final String EMBEDDED = "embedded";
    static final String EXTERNAL = "external";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean external = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        Map<String, Object> consequences = external
                ? Map.of(PROPERTY, EXTERNAL, "maru.demo", false)
                : Map.of(PROPERTY, EMBEDDED, "maru.demo", true, "server.address", "127.0.0.1");
        environment.getPropertySources().addFirst(new MapPropertySource("chosen database", consequences));
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
