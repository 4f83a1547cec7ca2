package app.maru.identity;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much of a node's time the passwords of strangers may take.
 *
 * @param share of the time of all its cores
 * @param waiting how many strangers wait at most
 * @param waitingOfOne how many of them from one network
 * @param patience how long anybody waits; whoever would wait longer is told so at once
 */
@ConfigurationProperties("maru.hashing")
record HashingSettings(@DefaultValue("0.1") double share, @DefaultValue("40") int waiting, @DefaultValue("4") int waitingOfOne, @DefaultValue("5s") Duration patience) {

    HashingSettings {
        if (!(share > 0 && share <= 1) || waiting < 1 || waitingOfOne < 1 || !patience.isPositive()) {
            throw new IllegalArgumentException("maru.hashing.share must be above 0 and at most 1, and the rest of maru.hashing positive");
        }
    }
}
