package app.maru.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
    void anAttemptOnNobodyCostsAsMuchAsOneOnSomebody() {
        var hash = passwords.hash("a floor for everybody");
        fastest("wrong", hash);
        var somebody = fastest("wrong", hash);

        assertThat(fastest("wrong", null)).isGreaterThan(somebody / 2);
        assertThat(fastest("", hash)).isGreaterThan(somebody / 2);
        assertThat(fastest("x".repeat(1_000_000), hash)).isGreaterThan(somebody / 2);
    }

    private long fastest(String typed, @Nullable String hash) {
        return LongStream.range(0, 8).map(attempt -> {
            var start = System.nanoTime();
            passwords.match(typed, hash);
            return System.nanoTime() - start;
        }).min().orElseThrow();
    }
}
