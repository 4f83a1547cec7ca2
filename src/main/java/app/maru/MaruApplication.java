package app.maru;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Maru. */
@SpringBootApplication
public class MaruApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(MaruApplication.class, arguments);
    }
}
