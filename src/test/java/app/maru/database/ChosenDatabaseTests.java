package app.maru.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class ChosenDatabaseTests {

    @Test
    void demoContentStandsOnTheEmbeddedDatabaseWhateverIsConfigured() {
        assertThat(chosenWith(Map.of("maru.demo", "false"))).containsEntry("maru.demo", "true").containsEntry("server.address", "127.0.0.1");
    }

    @Test
    void noOtherDatabaseEverGetsDemoContent() {
        assertThat(chosenWith(Map.of("spring.datasource.url", "jdbc:postgresql://db/maru", "maru.demo", "true", "maru.database", "embedded")))
                .containsEntry("maru.demo", "false").containsEntry("maru.database", "external");
    }

    private static Map<String, String> chosenWith(Map<String, Object> configured) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("configured", configured));
        new ChosenDatabase().postProcessEnvironment(environment, new SpringApplication());
        return Map.of("maru.demo", environment.getProperty("maru.demo", ""), "maru.database", environment.getProperty("maru.database", ""),
                "server.address", environment.getProperty("server.address", ""));
    }
}
