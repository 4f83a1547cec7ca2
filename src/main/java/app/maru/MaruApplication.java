package app.maru;

import java.time.Clock;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts Maru. */
@SpringBootApplication
public class MaruApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MaruApplication.class, arguments);
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
