package app.maru;

import java.time.Clock;

import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.aop.AopAutoConfiguration;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.data.autoconfigure.web.DataWebAutoConfiguration;
import org.springframework.boot.data.jdbc.autoconfigure.DataJdbcRepositoriesAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.EventListener;

/** Starts Maru, without what Boot would prepare and nobody here uses. */
@SpringBootApplication(proxyBeanMethods = false, exclude = {AopAutoConfiguration.class, DataWebAutoConfiguration.class,
    DataJdbcRepositoriesAutoConfiguration.class, PersistenceExceptionTranslationAutoConfiguration.class, UserDetailsServiceAutoConfiguration.class})
public class MaruApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MaruApplication.class, arguments);
    }

    @EventListener
    void sayWhereItIs(ApplicationReadyEvent ready) {
        if (ready.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            LoggerFactory.getLogger(MaruApplication.class).info("Maru is ready: http://localhost:{}", web.getWebServer().getPort());
        }
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
