package app.maru.database;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/** Decides which database Maru stands on, and what follows from that and cannot be configured otherwise. */
final class ChosenDatabase implements EnvironmentPostProcessor, Ordered {

    static final String PROPERTY = "maru.database";
    static final String EMBEDDED = "embedded";
    static final String EXTERNAL = "external";

    private static final Map<String, Object> WITH_EXTERNAL = Map.of(PROPERTY, EXTERNAL, "maru.demo", false);
    private static final Map<String, Object> WITH_EMBEDDED = Map.of(PROPERTY, EMBEDDED, "maru.demo", true,
            "server.address", "127.0.0.1", "server.forward-headers-strategy", "none");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        boolean external = StringUtils.hasText(environment.getProperty("spring.datasource.url"));
        if (!external) {
            requireArchive();
            requireLoopback(environment.getProperty("server.address"));
        }
        environment.getPropertySources().addFirst(
                new MapPropertySource("chosen database", external ? WITH_EXTERNAL : WITH_EMBEDDED));
    }

    private static void requireArchive() {
        if (!PostgresArchive.exists()) {
            throw new CannotStart("No database is configured: set spring.datasource.url (jdbc:postgresql://host/database, "
                    + "PostgreSQL 15 or newer), spring.datasource.username and spring.datasource.password.");
        }
    }

    private static void requireLoopback(@Nullable String address) {
        if (StringUtils.hasText(address) && !isLoopback(address)) {
            throw new CannotStart(("With its embedded database Maru listens on this machine alone: remove server.address=%s, "
                    + "or set spring.datasource.url.").formatted(address));
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }
}
