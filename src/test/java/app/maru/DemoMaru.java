package app.maru;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

import app.maru.database.TestDatabase;

/** Maru with its demo staff on a database of a test's own: it can be stopped, and started again at the same address. */
public final class DemoMaru implements AutoCloseable {

    private final TestDatabase database;
    private final List<String> arguments;
    private final int port;
    private ConfigurableApplicationContext application;

    public DemoMaru(String... arguments) {
        this(TestDatabase.fresh(), arguments);
    }

    /** One more node over a database that another has. */
    public DemoMaru(TestDatabase database, String... arguments) {
        this.database = database;
        this.arguments = List.of(arguments);
        this.application = started(0);
        this.port = ((ServletWebServerApplicationContext) application).getWebServer().getPort();
    }

    private ConfigurableApplicationContext started(int port) {
        var all = new ArrayList<>(List.of("--server.port=" + port, "--server.address=127.0.0.1", "--spring.datasource.url=" + database.url(),
            "--spring.datasource.username=" + database.username(), "--spring.datasource.password=" + database.password()));
        all.addAll(arguments);
        return new SpringApplicationBuilder(MaruApplication.class).registerShutdownHook(false)
            .initializers(context -> context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("demo staff", Map.of("maru.demo", true))))
            .run(all.toArray(String[]::new));
    }

    public int port() {
        return port;
    }

    public TestDatabase database() {
        return database;
    }

    public <T> T the(Class<T> bean) {
        return application.getBean(bean);
    }

    public void stop() {
        application.close();
    }

    public void startAgain() {
        application = started(port);
    }

    @Override
    public void close() {
        stop();
    }
}
