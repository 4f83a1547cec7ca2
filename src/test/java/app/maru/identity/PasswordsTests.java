package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void onlyTheRightPasswordMatches() {
        var hash = passwords.hash("a floor for everybody");

        assertThat(hash).startsWith("$argon2id$");
        assertThat(passwords.hash("a floor for everybody")).isNotEqualTo(hash);
        assertThat(passwords.match("a floor for everybody", hash)).isTrue();
        assertThat(passwords.match("a floor for everybodY", hash)).isFalse();
        assertThat(passwords.match("", hash)).isFalse();
        assertThat(passwords.match("-", null)).isFalse();
    }

    @Test
    void aPasswordBeyondTheLimitIsNotCutToMatch() {
        var longest = "x".repeat(Passwords.LONGEST);
        var hash = passwords.hash(longest);

        assertThat(passwords.match(longest, hash)).isTrue();
        assertThat(passwords.match(longest + "x", hash)).isFalse();
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
        });

        counted.match("wrong", hash);
        counted.match("wrong", null);
        counted.match("", hash);
        counted.match("x".repeat(1_000_000), hash);

        assertThat(hashed).as("one hash each, with the same memory, passes and lanes").hasSize(4).containsOnly(hashed.getFirst());
    }
}
