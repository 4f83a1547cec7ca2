package app.maru.database;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What a first run brings itself: a durable PostgreSQL below the data directory, and nobody let in from elsewhere. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ChosenDatabase.PROPERTY, havingValue = ChosenDatabase.EMBEDDED)
class FirstRun {

    @Bean
    EmbeddedDatabase embeddedDatabase(@Value("${maru.data-directory}") Path directory) {
        return EmbeddedDatabase.startIn(directory);
    }

    /** The last to wrap the server's handlers, and so in front of them all. */
    @Bean
    @Order
    WebServerFactoryCustomizer<JettyServletWebServerFactory> hostGuard() {
        return factory -> factory.addServerCustomizers(server -> server.setHandler(new HostGuard(server.getHandler())));
    }
}
