package app.maru.sessions;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How long people stay signed in.
 *
 * @param idle until they are signed out when they do nothing
 * @param longest until they are signed out whatever they do
 */
@ConfigurationProperties("maru.sessions")
record SessionSettings(Duration idle, Duration longest) {

    SessionSettings {
        if (!idle.isPositive() || longest.compareTo(idle) < 0) {
            throw new IllegalArgumentException("maru.sessions.idle must be positive and at most maru.sessions.longest");
        }
    }
}
