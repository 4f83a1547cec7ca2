package app.maru.delivery;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What delivery may use of this machine.
 *
 * @param memory how many bytes of answers are kept
 * @param changes how many changed addresses are remembered; with more, every kept answer is read again
 * @param loads how many answers are read from the database at once
 * @param patience how long a request waits for an edition, or for its turn
 * @param poll how often the database is asked for a newer edition, should nobody have told
 */
@ConfigurationProperties("maru.delivery")
record DeliverySettings(@DefaultValue("48MB") DataSize memory, @DefaultValue("20000") int changes, @DefaultValue("4") int loads,
                        @DefaultValue("2s") Duration patience, @DefaultValue("1s") Duration poll) {}
