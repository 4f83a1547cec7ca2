package app.maru.identity;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hashes passwords and compares them, at the same cost whether there is an account or not; what is no password costs nothing. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private final PasswordEncoder argon2;
    private final HashingBudget budget;
    private final SingletonSupplier<String> nobodysHash;

    @Autowired
    Passwords(HashingBudget budget) {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(), budget);
    }

    Passwords(PasswordEncoder argon2, HashingBudget budget) {
        this.argon2 = argon2;
        this.budget = budget;
        // made for the first who signs in, whoever that is: a start would wait for it
        this.nobodysHash = SingletonSupplier.of(() -> argon2.encode(UUID.randomUUID().toString()));
    }

    String hash(String password) {
        return budget.spend(Caller.KNOWN, () -> argon2.encode(password));
    }

    /**
     * Whether that is the password with this hash.
     *
     * @throws TooManyTries when it is not this caller's turn for long
     */
    boolean match(String typed, @Nullable String hash, Caller caller) {
        if (typed.isEmpty() || typed.length() > LONGEST) {
            return false;
        }
        return budget.spend(caller, () -> {
            var nobodys = nobodysHash.obtain();
            return argon2.matches(typed, hash == null ? nobodys : hash) && hash != null;
        });
    }
}
