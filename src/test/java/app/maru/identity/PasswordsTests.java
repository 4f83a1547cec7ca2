package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTests {

    private final HashingBudget budget = new HashingBudget(new HashingSettings(1, 40, 40, Duration.ofMinutes(1)), new Doorstep(Duration.ZERO), 2);
    private final Passwords passwords = new Passwords(budget);

    @Test
    void onlyTheRightPasswordMatches() {
        var hash = passwords.hash("a floor for everybody");

        assertThat(hash).startsWith("$argon2id$");
        assertThat(passwords.hash("a floor for everybody")).isNotEqualTo(hash);
        assertThat(passwords.match("a floor for everybody", hash, Caller.KNOWN)).isTrue();
        assertThat(passwords.match("a floor for everybodY", hash, Caller.KNOWN)).isFalse();
        assertThat(passwords.match("", hash, Caller.KNOWN)).isFalse();
        assertThat(passwords.match("-", null, Caller.KNOWN)).isFalse();
    }

    @Test
    void aPasswordBeyondTheLimitIsNotCutToMatch() {
        var longest = "x".repeat(Passwords.LONGEST);
        var hash = passwords.hash(longest);

        assertThat(passwords.match(longest, hash, Caller.KNOWN)).isTrue();
        assertThat(passwords.match(longest + "x", hash, Caller.KNOWN)).isFalse();
    }

    @Test
    void anAttemptOnNobodyIsHashedAsOneOnSomebodyIs() {
        var hash = passwords.hash("a floor for everybody");
        var hashed = new ArrayList<String>();
        var counted = new Passwords(new Argon2PasswordEncoder(16, 32, 1, 1 << 14, 2) {
            @Override
            protected boolean matchesNonNull(String typed, String stored) {
                hashed.add(stored.substring(0, stored.indexOf('$', stored.indexOf("m="))));
                return super.matchesNonNull(typed, stored);
            }
        }, budget);

        counted.match("wrong", hash, Caller.KNOWN);
        counted.match("wrong", null, Caller.KNOWN);

        assertThat(hashed).as("one hash each, with the same memory, passes and lanes").hasSize(2).containsOnly(hashed.getFirst());
        counted.match("", hash, Caller.KNOWN);
        counted.match("x".repeat(1_000_000), hash, Caller.KNOWN);
        counted.match("x".repeat(1_000_000), null, Caller.KNOWN);
        assertThat(hashed).as("what is no password is hashed for nobody").hasSize(2);
    }
}
