package app.maru.limits;

import java.time.Duration;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.BucketConfiguration;

/** What somebody may do so often; it comes back bit by bit. */
public enum Limit {
    /** Passwords and codes tried for one account. */
    GUESSES_AT_ACCOUNT(10, Duration.ofMinutes(15)),
    /** Codes of a second factor tried for one account, by who has passed the first step. */
    SECOND_STEPS_AT_ACCOUNT(5, Duration.ofMinutes(15)),
    /** Passwords, links and codes tried from one network. */
    GUESSES_FROM_ADDRESS(100, Duration.ofMinutes(15)),
    /** Challenges for passkeys from one address; a page that is shown asks for one. */
    CHALLENGES_FROM_ADDRESS(300, Duration.ofMinutes(15)),
    /** Mails asked for to one account. */
    MAILS_TO_ACCOUNT(5, Duration.ofHours(1)),
    /** Mails asked for from one network. */
    MAILS_FROM_ADDRESS(30, Duration.ofHours(1)),
    /** Failed tries at one account of which the person is not told. */
    UNNOTICED_FAILURES(9, Duration.ofHours(1)),
    /** Mails about failed tries at one account. */
    WARNINGS(1, Duration.ofDays(1));

    private final BucketConfiguration bucket;

    Limit(long most, Duration within) {
        this.bucket = BucketConfiguration.builder().addLimit(Bandwidth.builder().capacity(most).refillGreedy(most, within).build()).build();
    }

    BucketConfiguration bucket() {
        return bucket;
    }
}
