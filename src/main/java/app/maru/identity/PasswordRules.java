package app.maru.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** What a new password must be: long enough, and not among the first that anybody would try. */
@Component
public class PasswordRules {

    // what an attacker with a copy of the hashes tries in a day
    private static final double MANY_GUESSES = 1e9;
    private static final int JUDGED = 100;

    // its lists of words take memory, and nobody sets a password for days
    private final SingletonSupplier<Zxcvbn> judge = SingletonSupplier.of(Zxcvbn::new);

    PasswordRules() {
    }

    /** What is wrong with a password. */
    public enum Complaint {
        LENGTH, COMMON;

        /** The name in message keys. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is wrong with it, if anything.
     *
     * @param personal what others know of the person, such as their name and address
     */
    public Optional<Complaint> complaint(String password, String... personal) {
        if (password.length() < Passwords.SHORTEST || password.length() > Passwords.LONGEST) {
            return Optional.of(Complaint.LENGTH);
        }
        return isCommon(password, personal) ? Optional.of(Complaint.COMMON) : Optional.empty();
    }

    private boolean isCommon(String password, String... personal) {
        var known = Stream.concat(Stream.of("maru"), Arrays.stream(personal).flatMap(text -> Stream.concat(Stream.of(text), Arrays.stream(text.split("[\\s@.]+"))))).toList();
        return judge.obtain().measure(password.substring(0, Math.min(password.length(), JUDGED)), known).getGuesses() < MANY_GUESSES;
    }
}
