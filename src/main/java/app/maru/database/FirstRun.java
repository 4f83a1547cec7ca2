package app.maru.database;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What a first run brings itself: a durable PostgreSQL below the data directory. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = ChosenDatabase.PROPERTY, havingValue = ChosenDatabase.EMBEDDED)
class FirstRun {

    @Bean
    EmbeddedDatabase embeddedDatabase(@Value("${maru.data-directory:data}") Path directory) {
        return EmbeddedDatabase.startIn(directory);
    }
}
