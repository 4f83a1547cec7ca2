package app.maru.identity;

import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Hashes passwords and compares them, at the same cost whether there is an account or not. */
@Component
class Passwords {

    static final int SHORTEST = 12;
    static final int LONGEST = 200;

    private final PasswordEncoder argon2;
    private final SingletonSupplier<String> nobodysHash;

    // A hash takes 16 MB while it is made, so many at once would take the whole heap.
    private final Semaphore places = new Semaphore(4);

    @Autowired
    Passwords() {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    Passwords(PasswordEncoder argon2) {
        this.argon2 = argon2;
        // made for the first who signs in, whoever that is: a start would wait for it
        this.nobodysHash = SingletonSupplier.of(() -> argon2.encode(UUID.randomUUID().toString()));
    }

    String hash(String password) {
        return inPlace(() -> argon2.encode(password));
    }

    boolean match(String typed, @Nullable String hash) {
        var comparable = hash != null && !typed.isEmpty() && typed.length() <= LONGEST;
        return inPlace(() -> {
            var nobodys = nobodysHash.obtain();
            return argon2.matches(comparable ? typed : "-", comparable ? hash : nobodys);
        });
    }

    private <T> T inPlace(Supplier<T> work) {
        places.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
