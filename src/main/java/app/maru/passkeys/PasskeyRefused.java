package app.maru.passkeys;

import org.jspecify.annotations.Nullable;

/** What a device answered proves nothing. */
class PasskeyRefused extends RuntimeException {

    PasskeyRefused(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
